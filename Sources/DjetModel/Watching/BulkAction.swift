/// What can be done with many jobs at once.
public enum BulkAction: String, Codable, Sendable, CaseIterable {
    /// Cancels live jobs.
    case cancel
    /// Brings jobs that failed or were cancelled back to the line; lets scheduled ones run now.
    case retry

    /// In which status it finds a job that it can change.
    public var statuses: [JobStatus] {
        switch self {
        case .cancel: [.processing, .entered, .scheduled, .waiting]
        case .retry: [.error, .cancelled, .scheduled]
        }
    }

    /// The status of a job with which it has been done.
    func isDone(_ status: JobStatus?) -> Bool {
        switch self {
        case .cancel: status == .cancelled || status == .processing
        // One that needs others waits for them.
        case .retry: status == .entered || status == .waiting
        }
    }
}
