import Histogram

/// A histogram of durations up to a minute, which keeps the long tail that an average loses.
struct Latencies: Sendable {
    private static let longest = Duration.seconds(60)

    private var histogram = Histogram<UInt64>(
        highestTrackableValue: nanoseconds(longest), numberOfSignificantValueDigits: .three)

    /// Adds a duration. A negative one counts as zero.
    mutating func record(_ duration: Duration) {
        _ = histogram.record(Self.nanoseconds(duration))
    }

    /// Adds one of a series with an even pace. A duration longer than the interval kept others from being
    /// measured; these are added too, with the time that they waited.
    mutating func record(_ duration: Duration, every interval: Duration) {
        _ = histogram.recordCorrectedValue(
            Self.nanoseconds(duration), expectedInterval: Self.nanoseconds(interval))
    }

    /// Returns the value that this percentage of the durations does not exceed.
    func milliseconds(at percentile: Double) -> Double {
        Double(histogram.valueAtPercentile(percentile)) / 1_000_000
    }

    private static func nanoseconds(_ duration: Duration) -> UInt64 {
        UInt64(min(max(duration, .zero), longest) / .nanoseconds(1))
    }
}
