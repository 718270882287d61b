/// Why a ticket has no value.
public enum JobError: FinalError, Hashable, Codable {
    /// The job failed with an error that cannot be handed over as it was.
    case failed(type: String, message: String)
    /// The job was cancelled.
    case cancelled(TicketID)
    /// There is no such job, or no more.
    case unknown(TicketID)
    /// The transaction in which the job was offloaded is still open: nobody could run it before it commits.
    case notCommitted(TicketID)
    /// The attempt took longer than its function allows.
    case timedOut(seconds: Double)
}

extension JobError: CustomStringConvertible {
    /// What to tell people.
    public var description: String {
        switch self {
        case .failed(_, let message): message
        case .cancelled(let ticket): "the job \(ticket) was cancelled"
        case .unknown(let ticket): "there is no job \(ticket), or it ended so long ago that it is forgotten"
        case .notCommitted(let ticket):
            "the job \(ticket) was offloaded in a transaction that is still open: wait for it after the commit"
        case .timedOut(let seconds): "it took longer than the \(seconds) s that its function allows"
        }
    }
}
