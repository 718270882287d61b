/// Even steps in time, however long what is done in between takes.
struct Pace {
    let interval: Duration
    private var next = ContinuousClock.now

    init(every interval: Duration) {
        self.interval = interval
    }

    /// Waits for the next step; if that is past already, not at all.
    mutating func wait() async throws {
        next += interval
        try await Task.sleep(until: next, clock: .continuous)
    }
}
