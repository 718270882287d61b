/// The rings of some channels.
///
/// The first element is `.began`: subscribe, then look, then wait. Rings that come faster than they are taken
/// are merged, since each says no more than "look". The sequence ends when the listener is closed or the task
/// is cancelled.
public struct Rings: AsyncSequence, Sendable {
    /// A reason to look.
    public typealias Element = Ring

    let stream: AsyncStream<Ring>
    let subscription: Subscription

    /// The sequence is meant for one iteration.
    public func makeAsyncIterator() -> Iterator {
        Iterator(iterator: stream.makeAsyncIterator(), subscription: subscription)
    }

    /// Hands over the rings.
    public struct Iterator: AsyncIteratorProtocol {
        var iterator: AsyncStream<Ring>.Iterator
        // Kept so that the subscription lasts as long as somebody iterates.
        let subscription: Subscription

        /// The next reason to look; nil at the end.
        public mutating func next() async -> Ring? {
            await iterator.next(isolation: #isolation)
        }
    }
}

/// A place among those whom a listener tells. It is given up when nobody holds it any more.
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
