/// The limits on the lines of a job's log. Lines beyond them are counted, and the count is logged.
struct LogLimits: Sendable {
    /// The most lines in a second.
    var perSecond = 200
    /// The most lines in an attempt.
    var perAttempt = 10_000
}
