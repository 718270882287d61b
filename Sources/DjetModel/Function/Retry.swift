/// The rule for repeating failed attempts.
///
/// The wait doubles (or grows by another `factor`) with each attempt, up to a maximum. A random part is taken
/// off, so that jobs that failed together do not return together.
public struct Retry: Sendable, Hashable {
    /// The number of attempts in all, at least 1.
    public var attempts: Int
    /// The wait after the first attempt.
    public var first: Duration
    /// The factor by which the wait grows.
    public var factor: Double
    /// The longest wait.
    public var maximum: Duration
    /// The largest part of the wait that is taken off at random, from 0 to 1.
    public var jitter: Double

    /// Creates a rule; by default five attempts, after about 2, 4, 8 and 16 seconds.
    public init(
        attempts: Int = 5, first: Duration = .seconds(2), factor: Double = 2,
        maximum: Duration = .seconds(3600),
        jitter: Double = 0.2
    ) {
        self.attempts = max(attempts, 1)
        self.first = first
        self.factor = factor
        self.maximum = maximum
        self.jitter = min(max(jitter, 0), 1)
    }

    /// One attempt.
    public static let never = Retry(attempts: 1)

    /// Returns how long to wait after an attempt, counted from 1, that failed with this error; nil after the
    /// last one and after a `FinalError`. A `PassingError` can ask for a longer wait.
    ///
    /// `chance` is a number from 0 to 1.
    public func delay(after attempt: Int, of error: any Error, chance: Double = .random(in: 0...1))
        -> Duration?
    {
        guard attempt < attempts, !(error is any FinalError) else { return nil }
        // The wait stops growing at the maximum, so that it cannot overflow.
        var wait = first
        for _ in 1..<max(attempt, 1) where wait < maximum { wait = wait * factor }
        let least = (error as? any PassingError)?.retryAfter ?? .zero
        return max(min(wait, maximum) * (1 - jitter * chance), least)
    }
}

/// An error that another attempt would not mend: the business says no.
public protocol FinalError: Error {}

/// An error that may pass by itself, and that may know when. Over HTTP it is a 503.
public protocol PassingError: Error {
    /// The time for which another attempt would be in vain; nil if it is not known.
    var retryAfter: Duration? { get }
}
