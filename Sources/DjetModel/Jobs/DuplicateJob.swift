import DjetStore

/// The refusal of a unique job whose key another one has.
public struct DuplicateJob: FinalError, Codable, Hashable {
    /// The ticket of the job that has the key.
    public let ticket: TicketID

    /// Creates the error.
    public init(ticket: TicketID) {
        self.ticket = ticket
    }
}

extension DuplicateJob: CustomStringConvertible {
    /// The message for people.
    public var description: String {
        "the job \(ticket) does the same already: wait for it, or cancel it first"
    }
}

extension DuplicateJob {
    /// The error for a unique job that the queue refused; nil for any other error.
    init?(refusing error: StoreError) {
        guard error.constraint == "job_is_unique", let ticket = error.detail.flatMap({ TicketID($0) }) else {
            return nil
        }
        self.init(ticket: ticket)
    }
}
