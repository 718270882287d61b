package import DjetStore

/// A follower of a job, without a task of its own: it is called when the ticket rings, and looks. There may
/// be thousands, so that it holds no more than it needs.
package final class TicketWatch: Sendable {
    /// The result of a look.
    package struct Look: Sendable {
        package let events: [TicketEvent]
        /// True if another look is due at once.
        package let hasMore: Bool
        /// True if the job has ended and everything is reported.
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

    /// Calls `tell` when it is time to look: at the start, when the ticket rings, and after each break of the
    /// connection. The last call passes false, when the store is closed. Calls end with the returned
    /// subscription.
    package func listen(_ tell: @escaping @Sendable (_ isOpen: Bool) -> Void) -> Subscription {
        store.listener.listen(to: [queue.channel(of: ticket)]) { tell($0 != nil) }
    }

    /// Returns the events since the last look. One call at a time. Throws `JobError.unknown` and
    /// `StoreError`.
    package func look() async throws -> Look {
        var position = cursor.withLock({ $0.self })
        let look = try await TicketLook.at(ticket, after: position.line, queue, in: store)
        let events = try look.events(after: &position)
        cursor.withLock { [position] in $0 = position }
        return Look(
            events: events, hasMore: look.hasMore, isOver: look.state.status.isEnded && !look.hasMore)
    }
}
