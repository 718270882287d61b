import DjetModel
import DjetStore

/// A function that was offloaded.
struct OffloadedFunction: Sendable {
    /// Its ticket.
    let id: TicketID
    /// Waits for the value and returns the same JSON as a call.
    let value: @Sendable () async throws -> String

    init(id: TicketID, value: @escaping @Sendable () async throws -> String) {
        self.id = id
        self.value = value
    }

    /// Returns the JSON of the value if it is there within so many seconds, up to `LongPoll.longest`. Returns
    /// nil if it is not, if the server is asked to stop, or if the database does not answer: the ticket tells
    /// later. Throws the function's errors.
    func value(within seconds: Int) async throws -> String? {
        guard seconds > 0 else { return nil }
        do {
            return try await LongPoll(seconds: seconds).value(of: value)
        } catch is StoreError {
            return nil
        }
    }
}
