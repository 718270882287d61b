import DjetStore
package import Foundation

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let time: Guarded<Date>

    /// Starts at noon of 21 November 2026, UTC, unless told otherwise.
    package init(_ start: Date = Date(timeIntervalSince1970: 1_795_262_400)) {
        time = Guarded(start)
    }

    package var now: Date { time.withLock { $0 } }

    package func advance(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}
