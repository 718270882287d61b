/// An error that postpones a job: a function or handler throws it to be tried again later.
///
/// ```swift
/// guard try await bank.isOpen else { throw Snooze(for: .seconds(300)) }
/// ```
///
/// The function's transaction is undone, as by any error; the finished steps of a `.stepwise` function stay.
/// The job is scheduled and runs again as one that has not failed: the attempt counts neither for `retry` nor
/// among the failed attempts, but `model.job?.attempt` goes on counting. Whoever waits for the ticket goes on
/// waiting.
///
/// Nobody retries a function that is called, or offloaded inline in a test: the caller gets the error. Over
/// HTTP that is a 503 with `Retry-After`.
public struct Snooze: PassingError, Codable, Hashable, Sendable {
    /// The shortest wait.
    public let duration: Duration

    private static let longest = Duration.seconds(100 * 365 * 86_400)

    /// Postpones by at least this long, capped at about a hundred years.
    public init(for duration: Duration) {
        self.duration = min(max(duration, .zero), Self.longest)
    }

    /// The wait.
    public var retryAfter: Duration? { duration }

    /// The wait in whole seconds, at least one.
    package var seconds: Int64 { max(Int64((duration / .seconds(1)).rounded(.up)), 1) }
}

extension Snooze: CustomStringConvertible {
    /// The message for people.
    public var description: String { "it cannot be done yet: try again in \(seconds) s" }
}
