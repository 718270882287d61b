/// Where a job stands.
public enum JobStatus: String, Codable, Sendable, CaseIterable {
    /// In the line: no worker yet.
    case entered
    /// Not before its time.
    case scheduled
    /// Not before other jobs have finished.
    case waiting
    /// Claimed by a worker.
    case processing
    /// Replied.
    case finished
    /// Failed for good.
    case error
    /// Somebody asked for it.
    case cancelled

    /// Whether nothing will happen to it any more by itself.
    public var isEnded: Bool {
        switch self {
        case .finished, .error, .cancelled: true
        case .entered, .scheduled, .waiting, .processing: false
        }
    }
}
