import DjetModel
import DjetStore

/// The events of a ticket. A ring starts a look in a task that ends with it, and no look starts before the
/// client has taken the events of the last one.
final class TicketSource: EventSource {
    private struct State {
        var position: EventID
        /// Nil before the beginning and after the end.
        var tell: (@Sendable () -> Void)?
        var subscription: Subscription?
        var mustLook = false
        var isLooking = false
        var batch: EventBatch?
        var failure: (any Error)?

        /// Returns true if a look begins now.
        mutating func beginLook() -> Bool {
            guard mustLook, !isLooking, batch == nil, tell != nil else { return false }
            (mustLook, isLooking) = (false, true)
            return true
        }
    }

    private let watch: TicketWatch<TicketNews>
    private let encode: @Sendable (TicketEvent) throws -> ServerEvent?
    private let state: Guarded<State>

    init(_ events: TicketEvents, _ encode: @escaping @Sendable (TicketEvent) throws -> ServerEvent?) {
        watch = events.watch
        state = Guarded(State(position: events.watch.start))
        self.encode = encode
    }

    func begin(_ isDue: @escaping @Sendable () -> Void) {
        state.withLock { $0.tell = isDue }
        let subscription = watch.listen { [weak self] isOpen in self?.hear(isOpen) }
        state.withLock { $0.subscription = subscription }
    }

    func end() {
        // Released outside of the lock, because it takes the listener's lock.
        _ = state.withLock { state in
            defer { (state.subscription, state.tell) = (nil, nil) }
            return state.subscription
        }
    }

    func take() throws -> EventBatch {
        let (batch, failure) = state.withLock { state in
            defer { state.batch = nil }
            return (state.batch, state.batch == nil ? state.failure : nil)
        }
        if let failure { throw failure }
        lookIfDue()
        return batch ?? EventBatch()
    }

    private func hear(_ isOpen: Bool) {
        state.withLock { state in
            state.mustLook = true
            if !isOpen { state.failure = StoreError(.connectionLost, "the store was closed") }
        }
        if isOpen { lookIfDue() } else { state.withLock(\.tell)?() }
    }

    private func lookIfDue() {
        if state.withLock({ $0.beginLook() }) { Task { await look() } }
    }

    private func look() async {
        var position = state.withLock(\.position)
        do {
            let news = try await watch.look(after: &position)
            let batch = EventBatch(events: try news.events.compactMap(encode), isOver: news.isLast)
            endLook { [position] state in
                (state.position, state.batch) = (position, batch)
                if news.hasMore { state.mustLook = true }
            }
        } catch {
            endLook { $0.failure = error }
        }
    }

    private func endLook(_ note: (inout State) -> Void) {
        let tell = state.withLock { state in
            state.isLooking = false
            note(&state)
            return state.tell
        }
        tell?()
    }
}
