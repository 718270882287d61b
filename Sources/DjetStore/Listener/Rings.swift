/// The rings of some channels.
///
/// The first element is `.began`: subscribe, then look, then wait. Rings that come faster than they are read
/// are merged, since each says no more than "look". The sequence ends when the listener is closed or the task
/// is cancelled.
public struct Rings: AsyncSequence, Sendable {
    /// A reason to look.
    public typealias Element = RingEvent

    let stream: AsyncStream<RingEvent>
    let subscription: Subscription

    /// Returns the iterator. The sequence supports one iteration.
    public func makeAsyncIterator() -> Iterator {
        Iterator(iterator: stream.makeAsyncIterator(), subscription: subscription)
    }

    /// An iterator over the rings.
    public struct Iterator: AsyncIteratorProtocol {
        var iterator: AsyncStream<RingEvent>.Iterator
        // Held so that the subscription lasts as long as the iteration.
        let subscription: Subscription

        /// Returns the next reason to look; nil at the end.
        public mutating func next() async -> RingEvent? {
            await iterator.next(isolation: #isolation)
        }
    }
}

/// The reason why a listener's sequence goes on. Either one means: look at the tables.
public enum RingEvent: Sendable, Hashable {
    /// Listening has begun, or begun again after a break, during which rings may have been missed.
    case began
    /// The channel rang. Its word is a hint, for readers that need not look at everything.
    case rang(channel: String, saying: String = "")
}

/// A subscription to a listener. It ends when the last reference is dropped.
package final class Subscription: Sendable {
    let id: UInt64
    private let cancel: @Sendable (UInt64) -> Void

    init(id: UInt64, cancel: @escaping @Sendable (UInt64) -> Void) {
        self.id = id
        self.cancel = cancel
    }

    deinit {
        cancel(id)
    }
}
