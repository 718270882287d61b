extension Reactor {
    /// Waits for a duration. Throws `CancellationError` at once when the task is cancelled.
    ///
    /// Unlike `Task.sleep` it needs none of the default executor's threads, on which some code may compute
    /// for long. Whatever must go on meanwhile, such as a worker's sign of life, sleeps here.
    package func sleep(for duration: Duration) async throws {
        try await sleep(until: .now + duration)
    }

    /// Waits until a time. Throws `CancellationError` at once when the task is cancelled.
    package func sleep(until time: ContinuousClock.Instant) async throws {
        guard time > .now else { return try Task.checkCancellation() }
        let id = nextID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Void, any Error>) in
                setAlarm(id, at: time, unlessCancelled: true) { waiter.resume(with: $0) }
            }
        } onCancel: {
            cancelAlarm(id)
        }
    }
}
