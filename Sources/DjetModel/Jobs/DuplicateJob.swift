import DjetStore
public import Foundation

/// The refusal of a unique job whose key another one has.
public struct DuplicateJob: FinalError, Codable, Hashable {
    /// The ticket of the job that has the key.
    public let ticket: TicketID
    /// The time until which that job has the key, though it has finished; nil if it has not ended.
    public let until: Date?

    /// Creates the error.
    public init(ticket: TicketID, until: Date? = nil) {
        self.ticket = ticket
        self.until = until
    }
}

extension DuplicateJob: CustomStringConvertible {
    /// The message for people.
    public var description: String {
        guard let until else {
            return "the job \(ticket) does the same already: wait for it, or cancel it first"
        }
        return "the job \(ticket), which has finished, has this key until \(until.ISO8601Format())"
    }
}

extension DuplicateJob {
    /// The error for a unique job that the queue refused; nil for any other error.
    init?(refusing error: StoreError) {
        guard error.constraint == "job_is_unique", let ticket = error.detail.flatMap({ TicketID($0) }) else {
            return nil
        }
        self.init(ticket: ticket, until: error.hint.flatMap { Self.time(in: $0) })
    }

    /// Returns the time in the hint of `refuse_duplicate`; nil if it tells none.
    private static func time(in hint: String) -> Date? {
        let words = "It has the key until "
        guard hint.hasPrefix(words) else { return nil }
        return try? Date.ISO8601FormatStyle().parse(String(hint.dropFirst(words.count).dropLast()))
    }
}
