import DjetStore

/// A job's events until it has ended. Rings announce them, without polling.
public struct TicketEvents: AsyncSequence, Sendable {
    /// An event of the job.
    public typealias Element = TicketEvent

    let ticket: TicketID
    let start: EventID
    let model: Model

    /// Starts to listen.
    public func makeAsyncIterator() -> Iterator {
        let rings = model.store.listener.rings(on: [model.queue.channel(of: ticket)], keeping: 1)
        return Iterator(rings: rings.makeAsyncIterator(), watch: TicketWatch(self))
    }

    /// An iterator over the events.
    public struct Iterator: AsyncIteratorProtocol {
        var rings: Rings.Iterator
        let watch: TicketWatch
        var pending: ArraySlice<TicketEvent> = []
        var mustLookAgain = false
        var isOver = false

        /// Returns the next event; nil when the job has ended and everything is reported, when the task is
        /// cancelled, or when the store is closed. Throws `JobError.unknown` and `StoreError`.
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
