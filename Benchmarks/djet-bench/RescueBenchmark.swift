import DjetModel
import DjetStore

/// The time until a killed worker's job runs again.
enum RescueBenchmark: Benchmark {
    static let name = "rescue"
    static let abstract = "From the kill -9 of a worker's process until another worker begins its job."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(50)
        let stamps = Stamps(of: count)
        let kills = try await bench.withWorker(providing: stamps) { model in
            try await Stamp.warmUp(model)
            var kills: [ContinuousClock.Instant] = []
            for number in 0..<count {
                bench.report.progress(name, number + 1, of: count)
                kills.append(try await kill(in: bench, model, number))
            }
            return kills
        }
        var latencies = Latencies()
        for (killed, began) in zip(kills, try await stamps.all()) {
            latencies.record(killed.duration(to: began))
        }
        bench.report.add(
            "a killed worker's job runs again", latencies, atMost: 5000,
            beside: try await PlainTakeover(bench: bench, count: count).run(), "its lock is another's")
    }

    /// Starts a worker, gives it a job, kills it, and waits for the job's end elsewhere. Returns the instant
    /// of the kill.
    private static func kill(in bench: Bench, _ model: Model, _ number: Int) async throws
        -> ContinuousClock.Instant
    {
        let process = try WorkerProcess(on: bench.connectionString)
        let worker = try await process.untilRegistered(in: bench)
        let id = try await claim(Stamp(number: number), for: worker, model)
        let began = ContinuousClock.now
        await process.die()
        _ = try await model.ticket(TicketID(queue: "bench", number: id), of: Int.self).value
        return began
    }

    /// Offloads a job and claims it for the worker in the same pipeline. No faster worker is rung.
    private static func claim(_ function: Stamp, for worker: Int, _ model: Model) async throws -> Int64 {
        let request = try OffloadRequest(
            kind: Stamp.name, queue: Stamp.queue, priority: 4, runAt: nil, after: [], attempts: 1,
            environment: model.jobEnvironment)
        let answers = try await model.store.pipeline([
            model.queue.offload(request, arguments: try function.encoded()),
            model.queue.claim(Stamp.queue, worker: worker, amount: 1, floors: []),
        ])
        guard let id: Int64 = try answers[1].first?.value(0) else {
            throw BenchError("the job of the worker that is to die could not be claimed for it")
        }
        return id
    }
}
