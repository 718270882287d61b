import DjetModel

/// The time until the caller has the value.
enum RoundTripBenchmark: Benchmark {
    static let name = "roundtrip"
    static let abstract = "From the offload until the caller has the value, one job after the other."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(2000)
        var figures = LatencyFigures("round trip", [(50, 1), (99, 4)], reference: "plain libpq")
        for turn in 1...bench.options.turns {
            bench.report.progress(name, turn, of: bench.options.turns)
            let trips = try await trips(bench, count)
            figures.add(trips, beside: try await PlainWay(bench: bench, count: count).run().roundTrip)
        }
        figures.show(in: bench.report)
    }

    static func trips(_ bench: Bench, _ count: Int) async throws -> Latencies {
        try await bench.withWorker(providing: Tally(of: count)) { model in
            var latencies = Latencies()
            // The first ones find nothing prepared, here and on the server.
            for number in -20..<count {
                let began = ContinuousClock.now
                _ = try await model.offload(Silence(number: number)).value
                if number >= 0 { latencies.record(began.duration(to: .now)) }
            }
            return latencies
        }
    }
}
