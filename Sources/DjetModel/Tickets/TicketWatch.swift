package import DjetStore

/// The wait for a job, which everybody shares who waits for one: subscribe to its ticket, look at once, look
/// again at each ring, until the job has ended.
///
/// Its elements are the findings of the looks. Rings that come while nobody reads are one ring. The first
/// look on each new connection needs no ring, since rings may have been lost before it. There may be
/// thousands of watches, so that none has a task of its own, or holds more than it needs.
package struct TicketWatch<Finding: TicketFinding>: AsyncSequence, Sendable {
    package typealias Element = Finding

    private let ticket: TicketID
    private let store: Store
    private let queue: JobQueue
    /// The position in the job's events after which the first look begins.
    package let start: EventID

    /// Creates a watch. It begins when somebody listens or iterates.
    init(_ ticket: TicketID, in model: Model, after start: EventID = EventID()) {
        self.ticket = ticket
        store = model.store
        queue = model.queue
        self.start = start
    }

    /// Calls `tell` when it is time to look: at the start, when the ticket rings, and after each break of the
    /// connection. The last call passes false, when the store is closed. Calls end with the returned
    /// subscription.
    ///
    /// - Parameter endAlone: true to leave out the rings after which the job goes on.
    package func listen(
        forEndAlone endAlone: Bool = false, _ tell: @escaping @Sendable (_ isOpen: Bool) -> Void
    ) -> Subscription {
        store.listener.listen(to: [queue.channel(of: ticket)]) { ring in
            if endAlone, ring?.isPassing == true { return }
            tell(ring != nil)
        }
    }

    /// Looks at the job, and moves `position` past the finding. Throws `JobError.unknown` and `StoreError`.
    package func look(after position: inout EventID) async throws -> Finding {
        try await Finding.find(ticket, after: &position, queue, in: store)
    }

    /// Returns the finding once the job has ended; nil if the task is cancelled or the store is closed first.
    /// Throws `JobError.unknown` and `StoreError`.
    package func end() async throws -> Finding? {
        var findings = Iterator(self, forEndAlone: true)
        while let finding = try await findings.next() {
            if finding.isLast { return finding }
        }
        return nil
    }

    /// Starts to listen.
    package func makeAsyncIterator() -> Iterator {
        Iterator(self, forEndAlone: false)
    }

    /// An iterator over the findings.
    package struct Iterator: AsyncIteratorProtocol {
        private let watch: TicketWatch
        // Held so that the subscription lasts as long as the iteration.
        private let subscription: Subscription
        private var rings: AsyncStream<Void>.Iterator
        private var position: EventID
        private var mustLook = false
        private var isOver = false

        init(_ watch: TicketWatch, forEndAlone endAlone: Bool) {
            // One ring stands for all before it, since each look finds everything.
            let (rings, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            self.watch = watch
            self.rings = rings.makeAsyncIterator()
            position = watch.start
            subscription = watch.listen(forEndAlone: endAlone) { isOpen in
                if isOpen { tell.yield() } else { tell.finish() }
            }
        }

        /// Returns the next finding; nil after the last one, when the task is cancelled, or when the store is
        /// closed. Throws `JobError.unknown` and `StoreError`.
        package mutating func next() async throws -> Finding? {
            guard !isOver else { return nil }
            if !mustLook {
                guard await rings.next(isolation: #isolation) != nil else { return nil }
            }
            let finding = try await watch.look(after: &position)
            (mustLook, isOver) = (finding.hasMore, finding.isLast)
            return finding
        }
    }
}

/// A look's finding of a job.
package protocol TicketFinding: Sendable {
    /// True if the job has ended and there is nothing more to find.
    var isLast: Bool { get }
    /// True if the next look is due at once, without a ring.
    var hasMore: Bool { get }

    /// Looks at a job, and moves `position` past the finding. Throws `JobError.unknown` and `StoreError`.
    static func find(
        _ ticket: TicketID, after position: inout EventID, _ queue: JobQueue, in database: any Database
    ) async throws -> Self
}

extension TicketFinding {
    /// False: one look finds everything.
    package var hasMore: Bool { false }
}

extension RingEvent {
    /// True if the ring says that something has changed but nothing has ended.
    fileprivate var isPassing: Bool {
        if case .rang(_, JobQueue.moved) = self { true } else { false }
    }
}
