/// How long to wait before the next try: twice as long each time, and never quite as long as the others.
package struct BackOff: Sendable {
    private var delay: Duration
    private let maximum: Duration

    package init(from first: Duration = .milliseconds(50), upTo maximum: Duration = .seconds(5)) {
        delay = first
        self.maximum = maximum
    }

    /// Between half of the delay and all of it.
    package mutating func next() -> Duration {
        defer { delay = min(delay * 2, maximum) }
        return delay * Double.random(in: 0.5...1)
    }
}
