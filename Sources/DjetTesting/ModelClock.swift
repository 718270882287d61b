import DjetStore
public import Foundation

/// A model's clock for tests, which stands still until a test turns it.
///
/// ```swift
/// let clock = ModelClock()
/// try await withModel(parts: [.shop], clock: clock) { model in
///     let ticket = try await model.offload(RemindLatePayers(), runAt: model.now + 86_400)
///     try await model.drain()                  // does nothing: the job is not due
///     clock.advance(by: .seconds(86_400))
///     try await model.drain()                  // runs it, and `model.now` is a day later
/// }
/// ```
///
/// It turns `model.now`, the times of jobs as `drain()` sees them, and the expiry of jobs. It does not turn
/// the server's own clock, by which PostgreSQL's `now()`, the spans of unique jobs and the wait of a `Snooze`
/// go. It begins at the present, so that both agree until it is turned.
public final class ModelClock: Sendable {
    private let time: Guarded<Date>

    /// Creates a clock that shows the present second.
    public convenience init() {
        self.init(Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)))
    }

    /// Creates a clock that shows a time. One before the present is behind the server's clock, by which jobs
    /// are due as well.
    public init(_ start: Date) {
        time = Guarded(start)
    }

    /// The time that it shows.
    public var now: Date { time.withLock { $0 } }

    /// Turns the clock on.
    public func advance(by duration: Duration) {
        time.withLock { $0 += duration / .seconds(1) }
    }

    /// Turns the clock to a time.
    public func set(to time: Date) {
        self.time.withLock { $0 = time }
    }
}
