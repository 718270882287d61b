/// The delays between tries: each twice as long as the one before, and randomized so that programs do not
/// retry in step.
package struct BackOff: Sendable {
    private var delay: Duration
    private let maximum: Duration

    package init(from first: Duration = .milliseconds(50), upTo maximum: Duration = .seconds(5)) {
        delay = first
        self.maximum = maximum
    }

    /// Returns a random delay between half and all of the current one.
    package mutating func next() -> Duration {
        defer { delay = min(delay * 2, maximum) }
        return delay * Double.random(in: 0.5...1)
    }
}
