/// The time from a job's offload to its start.
enum LatencyBenchmark: Benchmark {
    static let name = "latency"
    static let abstract =
        "The time until a job starts on an idle system, one every 25 ms; the delay of scheduled ones."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(400)
        var pickUp = LatencyFigures("pick-up", [(50, 0.5), (99, 2)], reference: "plain libpq")
        var whole = LatencyFigures("from the call to the start", [(50, nil), (99, nil)])
        var error = LatencyFigures("scheduled start error", [(99, 5)])
        for turn in 1...bench.options.turns {
            bench.report.progress(name, turn, of: bench.options.turns)
            let outcome = try await PickUp(bench: bench, count: count).run()
            let plain = try await PlainWay(bench: bench, count: count, pace: PickUp.interval).run()
            pickUp.add(outcome.pickUp, beside: plain.pickUp)
            whole.add(outcome.whole)
            error.add(try await Punctuality(bench: bench, count: count).run())
        }
        for figures in [pickUp, whole, error] { figures.show(in: bench.report) }
    }
}
