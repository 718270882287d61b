/// The status of a job.
public enum JobStatus: String, Codable, Sendable, CaseIterable {
    /// In the line, not claimed yet.
    case entered
    /// Waits for its time.
    case scheduled
    /// Waits for other jobs to finish.
    case waiting
    /// Claimed by a worker.
    case processing
    /// Finished with a reply.
    case finished
    /// Failed for good.
    case error
    /// Cancelled on request.
    case cancelled

    /// True if nothing more happens to the job by itself.
    public var isEnded: Bool {
        switch self {
        case .finished, .error, .cancelled: true
        case .entered, .scheduled, .waiting, .processing: false
        }
    }

    /// Returns the sentence that refuses to cancel a job which has ended so.
    package func refusesCancelling(_ ticket: TicketID) -> String {
        "\(ticket) \(self == .error ? "has failed" : "is \(rawValue)"): it cannot be cancelled"
    }
}
