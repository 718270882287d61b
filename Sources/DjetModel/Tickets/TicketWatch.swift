package import DjetStore

/// Somebody who follows a job, without a task of their own: they are told that the ticket has rung, and look.
/// There may be thousands, so that it holds no more than it needs.
package final class TicketWatch: Sendable {
    /// What a look shows.
    package struct Look: Sendable {
        package let events: [TicketEvent]
        /// Whether to look again at once.
        package let hasMore: Bool
        /// Whether the job has ended and all has been told.
        package let isOver: Bool
    }

    private let ticket: TicketID
    private let store: Store
    private let queue: JobQueue
    private let cursor: Guarded<EventID>

    package init(_ events: TicketEvents) {
        ticket = events.ticket
        store = events.model.store
        queue = events.model.queue
        cursor = Guarded(events.start)
    }

    /// Calls `tell` when it is time to look: at the beginning, when the ticket rings, after each break; with
    /// false, for the last time, when the store is closed. As long as somebody holds what is returned.
    package func listen(_ tell: @escaping @Sendable (_ isOpen: Bool) -> Void) -> Subscription {
        store.listener.listen(to: [queue.channel(of: ticket)]) { tell($0 != nil) }
    }

    /// What is new since the last look. One at a time. Throws `JobError.unknown` and `StoreError`.
    package func look() async throws -> Look {
        var position = cursor.withLock({ $0.self })
        let look = try await TicketLook.at(ticket, after: position.line, queue, in: store)
        let events = try look.events(after: &position)
        cursor.withLock { [position] in $0 = position }
        return Look(
            events: events, hasMore: look.hasMore, isOver: look.state.status.isEnded && !look.hasMore)
    }
}
