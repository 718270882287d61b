import DjetModel
import DjetStore

/// A ring from one connection to another, and nothing else: what waking up costs on this machine at best.
struct Ping: Sendable {
    let bench: Bench
    let count: Int

    func run() async throws -> Latencies {
        try await bench.withModel { model in
            let channel = "djet_bench:ping"
            var rings = model.store.listener.rings(on: [channel]).makeAsyncIterator()
            _ = await rings.next()
            var latencies = Latencies()
            var pace = Pace(every: .milliseconds(25))
            for _ in 0..<count {
                try await pace.wait()
                let began = ContinuousClock.now
                try await model.store.query(Connection.ring([channel]))
                guard await rings.next() != nil else { throw BenchError("a ring has not arrived") }
                latencies.record(began.duration(to: .now), every: pace.interval)
            }
            return latencies
        }
    }
}
