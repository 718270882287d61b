import DjetModel
import DjetStore

/// A ring from one connection to another, and nothing else: what waking up costs on this machine at best.
struct Ping: Sendable {
    let bench: Bench
    let count: Int

    func run() async throws -> Latencies {
        try await bench.withModel { model in
            var bell = await Doorbell(model.store, "djet_bench:ping")
            var latencies = Latencies()
            var pace = Pace(every: .milliseconds(25))
            for _ in 0..<count {
                try await pace.wait()
                let began = ContinuousClock.now
                try await bell.ring()
                latencies.record(began.duration(to: .now), every: pace.interval)
            }
            return latencies
        }
    }
}
