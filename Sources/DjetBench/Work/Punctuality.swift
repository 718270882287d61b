import DjetModel
import Foundation

/// How far from their time scheduled jobs start.
struct Punctuality: Sendable {
    let bench: Bench
    let count: Int

    func run() async throws -> Latencies {
        let stamps = Stamps(of: count)
        let (times, starts) = try await bench.withWorker(providing: stamps) { model in
            try await Stamp.warmUp(model)
            return (try await schedule(on: model), try await stamps.all())
        }
        var latencies = Latencies()
        for (time, start) in zip(times, starts) {
            // One that starts too early is off its time as well.
            latencies.record(max(time.duration(to: start), start.duration(to: time)))
        }
        return latencies
    }

    /// Leaves them, and returns when they are due.
    private func schedule(on model: Model) async throws -> [ContinuousClock.Instant] {
        // Jobs are due by the calendar's clock, and are measured by one that nobody sets.
        let (now, date) = (ContinuousClock.now, Date())
        let offsets = (0..<count).map(offset)
        for (number, offset) in offsets.enumerated() {
            let time = date.addingTimeInterval(offset / .seconds(1))
            _ = try await model.offload(Stamp(number: number), runAt: time)
        }
        return offsets.map { now + $0 }
    }

    /// About one every 10 ms, in no order and at no even pace; none before all have been left.
    private func offset(of number: Int) -> Duration {
        let place = (Double(number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
        return .milliseconds(300 + 5 * count) + .milliseconds(10 * count) * place
    }
}
