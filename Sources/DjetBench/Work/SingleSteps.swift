import DjetModel
import DjetStore

/// The way of a ticket as single statements, each sent when the one before is answered: nothing runs side by side, nothing
/// goes along with anything, and no worker and no waiter is there to be woken but by the two rings.
struct SingleSteps: Sendable {
    let bench: Bench
    let count: Int

    func run() async throws -> Latencies {
        try await bench.withModel { model in
            try await BenchLine(model: model).empty()
            let worker = try await model.store.first(
                model.queue.register(host: "bench", process: 1, queues: ["bench"], slots: 1, worker: nil),
                as: Int.self)
            var way = try await Way(model: model, worker: worker ?? 0)
            var latencies = Latencies()
            for number in -20..<count {
                let began = ContinuousClock.now
                try await way.go(number)
                if number >= 0 { latencies.record(began.duration(to: .now)) }
            }
            return latencies
        }
    }

    private struct Way {
        let model: Model
        let worker: Int
        let request: OffloadRequest
        var work: Doorbell
        var reply: Doorbell

        init(model: Model, worker: Int) async throws {
            self.model = model
            self.worker = worker
            request = try OffloadRequest(
                kind: Silence.name, queue: "bench", priority: 4, runAt: nil, after: [], attempts: 1,
                environment: model.jobEnvironment)
            work = await Doorbell(model.store, "djet_bench:work")
            reply = await Doorbell(model.store, "djet_bench:reply")
        }

        mutating func go(_ number: Int) async throws {
            let arguments = try Silence(number: number).encoded()
            let id = try await model.store.query(model.queue.offload(request, arguments: arguments))[0]
                .value(0, as: Int64.self)
            try await work.ring()
            try await model.store.query(
                model.queue.claim("bench", worker: worker, amount: 1, floors: []))
            try await model.store.query(
                model.queue.reply(worker: worker, ids: [id], attempts: [1], replies: ["\(number)"]))
            try await reply.ring()
            guard try await !model.store.query(model.queue.outcomes([id])).isEmpty else {
                throw BenchError("job \(id) has no outcome")
            }
        }
    }
}
