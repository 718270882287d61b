import DjetModel

/// A job that a runner has taken up.
struct RunningJob {
    let ticket: TicketID
    let attempt: Int
    let runner: Int
    let since: ContinuousClock.Instant
    /// Whether it has been found to run for long.
    var isLong = false
    /// Whether it is to be cancelled.
    var isCancelled = false
}
