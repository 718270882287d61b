import DjetStore

/// What happens to a job, until it has ended. Told by rings, without polling.
public struct TicketEvents: AsyncSequence, Sendable {
    /// Something that happened.
    public typealias Element = TicketEvent

    let ticket: TicketID
    let start: EventID
    let model: Model

    /// Begins to listen.
    public func makeAsyncIterator() -> Iterator {
        let rings = model.store.listener.rings(on: [model.queue.channel(of: ticket)], keeping: 1)
        return Iterator(rings: rings.makeAsyncIterator(), watch: TicketWatch(self))
    }

    /// Hands over the events.
    public struct Iterator: AsyncIteratorProtocol {
        var rings: Rings.Iterator
        let watch: TicketWatch
        var pending: ArraySlice<TicketEvent> = []
        var mustLookAgain = false
        var isOver = false

        /// The next event; nil when the job has ended and all has been told, when the task is cancelled, or
        /// when the store is closed. Throws `JobError.unknown` and `StoreError`.
        public mutating func next() async throws -> TicketEvent? {
            while pending.isEmpty {
                guard !isOver else { return nil }
                if !mustLookAgain {
                    guard await rings.next() != nil else { return nil }
                }
                let look = try await watch.look()
                (pending, mustLookAgain, isOver) = (look.events[...], look.hasMore, look.isOver)
            }
            return pending.removeFirst()
        }
    }
}
