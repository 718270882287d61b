import DjetModel
import DjetStore

/// The events of a ticket. A ring starts a look in a task that ends with it, and no look starts before the
/// client has taken the events of the last one.
final class TicketSource: EventSource {
    private struct State {
        var tell: @Sendable () -> Void = {}
        var subscription: Subscription?
        var mustLook = false
        var isLooking = false
        var batch: EventBatch?
        var failure: (any Error)?
        var isEnded = false
    }

    private let watch: TicketWatch
    private let encode: @Sendable (TicketEvent) throws -> ServerEvent?
    private let state = Guarded(State())

    init(_ events: TicketEvents, _ encode: @escaping @Sendable (TicketEvent) throws -> ServerEvent?) {
        watch = TicketWatch(events)
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
            state.isEnded = true
            defer { (state.subscription, state.tell) = (nil, {}) }
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
        if isOpen { lookIfDue() } else { state.withLock(\.tell)() }
    }

    private func lookIfDue() {
        let isDue = state.withLock { state in
            guard state.mustLook, !state.isLooking, state.batch == nil, !state.isEnded else { return false }
            (state.mustLook, state.isLooking) = (false, true)
            return true
        }
        if isDue { Task { await look() } }
    }

    private func look() async {
        let outcome: Result<EventBatch, any Error>
        do {
            let look = try await watch.look()
            outcome = .success(EventBatch(events: try look.events.compactMap(encode), isOver: look.isOver))
            if look.hasMore { state.withLock { $0.mustLook = true } }
        } catch {
            outcome = .failure(error)
        }
        let tell = state.withLock { state in
            state.isLooking = false
            switch outcome {
            case .success(let batch): state.batch = batch
            case .failure(let error): state.failure = error
            }
            return state.tell
        }
        tell()
    }
}
