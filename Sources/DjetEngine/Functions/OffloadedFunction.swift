import DjetModel

/// A function that was left for a worker.
struct OffloadedFunction: Sendable {
    /// Its ticket.
    let id: TicketID
    /// Waits for its value, and returns its JSON just as a call would have.
    let value: @Sendable () async throws -> String

    init(id: TicketID, value: @escaping @Sendable () async throws -> String) {
        self.id = id
        self.value = value
    }

    /// The JSON of its value, if there is one within so many seconds; nil if not. Throws what the function throws.
    func value(within seconds: Int) async throws -> String? {
        guard seconds > 0 else { return nil }
        return try await withThrowingTaskGroup(of: String?.self) { tasks in
            tasks.addTask { try await value() }
            tasks.addTask {
                try await Task.sleep(for: .seconds(min(seconds, Self.longestWait)))
                return nil
            }
            defer { tasks.cancelAll() }
            return try await tasks.next() ?? nil
        }
    }

    /// Nobody waits longer on one connection, however long they would.
    static let longestWait = 60
}
