/// An action on many jobs at once.
public enum BulkAction: String, Codable, Sendable, CaseIterable {
    /// Cancels live jobs.
    case cancel
    /// Brings failed or cancelled jobs back to the line; lets scheduled ones run now.
    case retry

    /// The statuses in which the action can change a job.
    public var statuses: [JobStatus] {
        switch self {
        case .cancel: [.processing, .entered, .scheduled, .waiting]
        case .retry: [.error, .cancelled, .scheduled]
        }
    }

    /// Returns true if a job with this new status counts as done.
    func isDone(_ status: JobStatus?) -> Bool {
        switch self {
        case .cancel: status == .cancelled || status == .processing
        // A job that needs others waits for them.
        case .retry: status == .entered || status == .waiting
        }
    }
}
