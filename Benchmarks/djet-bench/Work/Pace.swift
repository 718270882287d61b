/// Even steps in time, regardless of the work in between.
struct Pace {
    let interval: Duration
    private var next = ContinuousClock.now

    init(every interval: Duration) {
        self.interval = interval
    }

    /// Waits for the next step. Returns at once if it is past.
    mutating func wait() async throws {
        next += interval
        try await Task.sleep(until: next, clock: .continuous)
    }
}
