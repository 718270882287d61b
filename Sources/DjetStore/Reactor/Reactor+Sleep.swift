extension Reactor {
    /// Waits for so long. Throws `CancellationError`, at once, when the task is cancelled.
    ///
    /// Unlike `Task.sleep` it needs none of the threads on which everybody's code runs, and on which some of it may compute for
    /// long: what must go on meanwhile, as the sign of life of a worker, sleeps here.
    package func sleep(for duration: Duration) async throws {
        try await sleep(until: .now + duration)
    }

    /// The same until a time.
    package func sleep(until time: ContinuousClock.Instant) async throws {
        guard time > .now else { return try Task.checkCancellation() }
        let id = nextID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { setAlarm(id, at: time, $0) }
        } onCancel: {
            cancelAlarm(id)
        }
    }
}
