import DjetModel

/// A job that a runner has taken up.
struct RunningJob {
    let ticket: TicketID
    let attempt: Int
    let runner: Int
    let since: ContinuousClock.Instant
    /// True if it has been found to run for long.
    var isLong = false
    /// The time at which it was told to stop.
    var toldAt: ContinuousClock.Instant?
    /// True if it has been reported as unresponsive.
    var isGivenUp = false

    /// True if it is to be cancelled.
    var isCancelled: Bool { toldAt != nil }
}
