/// What a function throws, or a handler, that cannot do its job yet: it is tried again after a while.
///
/// ```swift
/// guard try await bank.isOpen else { throw Snooze(for: .seconds(300)) }
/// ```
///
/// What the function has done in its transaction is undone, as by any error; the steps of a `.stepwise` function that are done
/// stay so. The job is scheduled, and runs again as one that has not failed: the attempt counts neither for `retry` nor among
/// those that failed, though `model.job?.attempt` goes on counting. Whoever waits for the ticket goes on waiting.
///
/// A function that is called, and one that is offloaded inline in a test, has nobody who would try again: it throws this to
/// its caller. Over HTTP that is a 503 with `Retry-After`.
public struct Snooze: Error, Codable, Hashable, Sendable {
    /// How long to wait at least.
    public let duration: Duration

    private static let longest = Duration.seconds(100 * 365 * 86_400)

    /// Not before so long from now; at most about a hundred years.
    public init(for duration: Duration) {
        self.duration = min(max(duration, .zero), Self.longest)
    }

    /// The same in whole seconds, at least one, for those who count in them.
    package var seconds: Int64 { max(Int64((duration / .seconds(1)).rounded(.up)), 1) }
}

extension Snooze: CustomStringConvertible {
    /// What to tell people.
    public var description: String { "it cannot be done yet: try again in \(seconds) s" }
}
