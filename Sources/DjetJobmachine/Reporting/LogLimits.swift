/// How much of what a job logs becomes lines of its log. The rest is counted, and the count is logged.
struct LogLimits: Sendable {
    /// Lines in a second.
    var perSecond = 200
    /// Lines in an attempt.
    var perAttempt = 10_000
}
