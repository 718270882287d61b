import DjetModel

/// The time to a job's start on an idle system: one job at a time, at an even pace.
struct PickUp: Sendable {
    static let interval = Duration.milliseconds(25)

    let bench: Bench
    let count: Int

    struct Outcome: Sendable {
        /// From the offload's return, its job committed, to the handler's start.
        var pickUp = Latencies()
        /// From before the offload to the handler's start.
        var whole = Latencies()
    }

    private struct Offload: Sendable {
        var began: ContinuousClock.Instant
        var ended: ContinuousClock.Instant
    }

    func run() async throws -> Outcome {
        let stamps = Stamps(of: count)
        let (offloads, starts) = try await bench.withWorker(providing: stamps) { model in
            try await Stamp.warmUp(model)
            return (try await offload(to: model), try await stamps.all())
        }
        var outcome = Outcome()
        for (offload, start) in zip(offloads, starts) {
            outcome.pickUp.record(offload.ended.duration(to: start), every: Self.interval)
            outcome.whole.record(offload.began.duration(to: start), every: Self.interval)
        }
        return outcome
    }

    private func offload(to model: Model) async throws -> [Offload] {
        var offloads: [Offload] = []
        var pace = Pace(every: Self.interval)
        for number in 0..<count {
            try await pace.wait()
            let began = ContinuousClock.now
            _ = try await model.offload(Stamp(number: number))
            offloads.append(Offload(began: began, ended: .now))
        }
        return offloads
    }
}
