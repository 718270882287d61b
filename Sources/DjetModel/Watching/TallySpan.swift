/// The length of a tally's spans.
public enum TallySpan: String, Codable, Sendable, CaseIterable {
    /// Kept for two days.
    case minute
    /// Kept as long as the history.
    case hour
    /// Kept as long as the history.
    case day

    /// The length in seconds.
    public var seconds: Double {
        switch self {
        case .minute: 60
        case .hour: 3_600
        case .day: 86_400
        }
    }
}
