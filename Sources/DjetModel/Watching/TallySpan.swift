/// What a tally counts together.
public enum TallySpan: String, Codable, Sendable, CaseIterable {
    /// Kept for two days.
    case minute
    /// Kept as long as the history.
    case hour
    /// Kept as long as the history.
    case day

    /// How long it is, in seconds.
    public var seconds: Double {
        switch self {
        case .minute: 60
        case .hour: 3_600
        case .day: 86_400
        }
    }
}
