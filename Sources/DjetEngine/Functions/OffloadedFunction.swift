import DjetModel
import DjetStore
import ServiceLifecycle

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

    /// The JSON of its value, if there is one within so many seconds. Nil if not, or if nobody can wait any longer
    /// since the server is asked to stop or the database does not answer: the ticket tells later. Throws what the
    /// function throws.
    func value(within seconds: Int) async throws -> String? {
        guard seconds > 0 else { return nil }
        return try await withThrowingTaskGroup(of: String?.self) { tasks in
            tasks.addTask {
                do {
                    return try await value()
                } catch is StoreError {
                    return nil
                }
            }
            tasks.addTask {
                await cancelWhenGracefulShutdown {
                    _ = try? await Task.sleep(for: .seconds(min(seconds, LongPoll.longest)))
                }
                return nil
            }
            defer { tasks.cancelAll() }
            return try await tasks.next() ?? nil
        }
    }
}
