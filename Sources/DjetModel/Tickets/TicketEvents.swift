/// A job's events until it has ended. Rings announce them, without polling.
public struct TicketEvents: AsyncSequence, Sendable {
    /// An event of the job.
    public typealias Element = TicketEvent

    /// The watch that finds the events.
    package let watch: TicketWatch<TicketNews>

    /// Starts to listen.
    public func makeAsyncIterator() -> Iterator {
        Iterator(watch: watch.makeAsyncIterator())
    }

    /// An iterator over the events.
    public struct Iterator: AsyncIteratorProtocol {
        var watch: TicketWatch<TicketNews>.Iterator
        var pending: ArraySlice<TicketEvent> = []

        /// Returns the next event; nil when the job has ended and everything is reported, when the task is
        /// cancelled, or when the store is closed. Throws `JobError.unknown` and `StoreError`.
        public mutating func next() async throws -> TicketEvent? {
            while pending.isEmpty {
                guard let news = try await watch.next() else { return nil }
                pending = news.events[...]
            }
            return pending.removeFirst()
        }
    }
}
