extension Duration {
    /// The longest time that a number from outside can mean, in seconds: more than any limit allows.
    private static let longestSeconds = 400_000_000.0

    /// Returns the time of a number of seconds that comes from outside, such as from JSON or from a row.
    ///
    /// It is zero for a negative number and for what is no number, and some twelve years for one that is
    /// greater. `Duration.seconds` ends the process for a number such as 1e300.
    package static func bounded(seconds: Double) -> Duration {
        // In the other order, `max` and `min` let through what is no number.
        let bounded = min(max(0, seconds), longestSeconds)
        return .seconds(bounded)
    }
}
