/// How soon jobs start.
enum LatencyBenchmark: Benchmark {
    static let name = "latency"
    static let abstract =
        "How soon a job starts on an idle system, one every 25 ms; how close to their time scheduled ones do."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(400)
        var pickUp = LatencyFigures("pick-up", [(50, 0.5), (99, 2)])
        var whole = LatencyFigures("from the call to the start", [(50, nil), (99, nil)])
        var ping = LatencyFigures("a bare NOTIFY", [(50, nil), (99, nil)])
        var error = LatencyFigures("scheduled start error", [(99, 5)])
        for turn in 1...bench.options.turns {
            bench.report.progress(name, turn, of: bench.options.turns)
            let outcome = try await PickUp(bench: bench, count: count).run()
            pickUp.add(outcome.pickUp)
            whole.add(outcome.whole)
            ping.add(try await Ping(bench: bench, count: count / 2).run())
            error.add(try await Punctuality(bench: bench, count: count).run())
        }
        for figures in [pickUp, whole, ping, error] { figures.show(in: bench.report) }
    }
}
