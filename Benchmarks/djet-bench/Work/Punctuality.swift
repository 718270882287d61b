import DjetModel
import Foundation

/// The distance between scheduled jobs' times and their starts.
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
            // A job that starts early is off its time as well.
            latencies.record(max(time.duration(to: start), start.duration(to: time)))
        }
        return latencies
    }

    /// Offloads the jobs, and returns their times.
    private func schedule(on model: Model) async throws -> [ContinuousClock.Instant] {
        // Jobs are due by the calendar's clock, and measured by a steady one.
        let (now, date) = (ContinuousClock.now, Date())
        let offsets = (0..<count).map(offset)
        for (number, offset) in offsets.enumerated() {
            let time = date.addingTimeInterval(offset / .seconds(1))
            _ = try await model.offload(Stamp(number: number), runAt: time)
        }
        return offsets.map { now + $0 }
    }

    /// Returns the job's time from now, one about every 10 ms, unordered and uneven. None is due before all
    /// are offloaded.
    private func offset(of number: Int) -> Duration {
        let place = (Double(number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
        return .milliseconds(300 + 5 * count) + .milliseconds(10 * count) * place
    }
}
