/// The reason why a ticket has no value.
public enum JobError: FinalError, Hashable, Codable {
    /// The job failed with an error that cannot be handed over itself.
    case failed(type: String, message: String)
    /// The job was cancelled.
    case cancelled(TicketID)
    /// The job was cancelled since it had not begun by the time at which it expired.
    case expired(TicketID)
    /// There is no such job, or it is forgotten.
    case unknown(TicketID)
    /// The transaction that offloaded the job is still open: no worker can see the job before the commit.
    case notCommitted(TicketID)
    /// The attempt took longer than the function allows.
    case timedOut(seconds: Double)
}

extension JobError: CustomStringConvertible {
    /// The message for people.
    public var description: String {
        switch self {
        case .failed(_, let message): message
        case .cancelled(let ticket): "the job \(ticket) was cancelled"
        case .expired(let ticket): "the job \(ticket) expired before it began"
        case .unknown(let ticket): "there is no job \(ticket), or it ended so long ago that it was deleted"
        case .notCommitted(let ticket):
            "the job \(ticket) was offloaded in a transaction that is still open: wait for it after the commit"
        case .timedOut(let seconds): "it exceeded its time limit of \(seconds) s"
        }
    }
}
