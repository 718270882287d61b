/// An action on many jobs at once.
public enum BulkAction: String, Codable, Sendable, CaseIterable {
    /// Cancels live jobs.
    case cancel
    /// Brings failed or cancelled jobs back to the line; lets scheduled ones run now.
    case retry
    /// Deletes ended jobs.
    case delete

    /// The statuses in which the action can change a job.
    public var statuses: [JobStatus] {
        switch self {
        case .cancel: [.processing, .entered, .scheduled, .waiting]
        // Scheduled ones first: a job that is retried and fails once more is scheduled, too.
        case .retry: [.scheduled, .error, .cancelled]
        case .delete: [.finished, .error, .cancelled]
        }
    }

    /// Returns true if a job with this new status counts as done; of a deleted one it is the last status.
    func isDone(_ status: JobStatus?) -> Bool {
        switch self {
        case .cancel: status == .cancelled || status == .processing
        // A job that needs others waits for them.
        case .retry: status == .entered || status == .waiting
        case .delete: status?.isEnded == true
        }
    }
}
