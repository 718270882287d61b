import DjetModel

/// A job that a runner has taken up.
struct RunningJob {
    let ticket: TicketID
    let attempt: Int
    let runner: Int
    let since: ContinuousClock.Instant
    /// Whether it has been found to run for long.
    var isLong = false
    /// When it was told to stop.
    var toldAt: ContinuousClock.Instant?
    /// Whether it has been reported as one that does not stop.
    var isGivenUp = false

    /// Whether it is to be cancelled.
    var isCancelled: Bool { toldAt != nil }
}
