import Histogram

/// How long something took, many times over. Of a long tail nothing is lost to an average.
struct Latencies: Sendable {
    private static let longest = Duration.seconds(60)

    private var histogram = Histogram<UInt64>(
        highestTrackableValue: nanoseconds(longest), numberOfSignificantValueDigits: .three)

    /// Adds one; less than nothing counts as nothing.
    mutating func record(_ duration: Duration) {
        _ = histogram.record(Self.nanoseconds(duration))
    }

    /// Adds one of those that should come at an even pace: while one takes longer than that, others are kept
    /// from being measured at all, and are counted as having waited for it.
    mutating func record(_ duration: Duration, every interval: Duration) {
        _ = histogram.recordCorrectedValue(
            Self.nanoseconds(duration), expectedInterval: Self.nanoseconds(interval))
    }

    /// What as many of a hundred did not exceed.
    func milliseconds(at percentile: Double) -> Double {
        Double(histogram.valueAtPercentile(percentile)) / 1_000_000
    }

    private static func nanoseconds(_ duration: Duration) -> UInt64 {
        UInt64(min(max(duration, .zero), longest) / .nanoseconds(1))
    }
}
