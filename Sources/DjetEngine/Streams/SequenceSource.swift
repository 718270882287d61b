import DjetStore

/// The events of a sequence. Only a limited number of events wait, so that a slow client slows the sequence
/// down.
final class SequenceSource<Events: AsyncSequence & Sendable>: EventSource {
    private struct State {
        var events: [ServerEvent] = []
        var outcome: Result<Void, any Error>?
        var speaker: CheckedContinuation<Void, Never>?
        var task: Task<Void, Never>?
        var isEnded = false
    }

    private static var capacity: Int { 64 }

    private let state = Guarded(State())
    private let events: Events
    private let encode: @Sendable (Events.Element) throws -> ServerEvent?

    init(_ events: Events, _ encode: @escaping @Sendable (Events.Element) throws -> ServerEvent?) {
        self.events = events
        self.encode = encode
    }

    func begin(_ isDue: @escaping @Sendable () -> Void) {
        let task = Task { await self.speak(isDue) }
        state.withLock { $0.task = task }
    }

    func end() {
        let task = state.withLock { state in
            state.isEnded = true
            return state.task
        }
        task?.cancel()
        letSpeak()
    }

    func take() throws -> EventBatch {
        let (events, outcome) = state.withLock { state in
            defer { state.events = [] }
            return (state.events, state.outcome)
        }
        letSpeak()
        if events.isEmpty { try outcome?.get() }
        return EventBatch(
            events: events, hasMore: !events.isEmpty && outcome != nil,
            isOver: events.isEmpty && outcome != nil)
    }

    private func speak(_ isDue: @Sendable () -> Void) async {
        do {
            for try await element in events {
                guard let event = try encode(element) else { continue }
                guard await put(event) else { return }
                isDue()
            }
            state.withLock { $0.outcome = .success(()) }
        } catch {
            state.withLock { $0.outcome = .failure(error) }
        }
        isDue()
    }

    /// Adds an event as soon as there is room. Returns false if the stream has ended.
    private func put(_ event: ServerEvent) async -> Bool {
        await withCheckedContinuation { waiter in
            let isFull = state.withLock { state in
                let isFull = state.events.count >= Self.capacity && !state.isEnded
                if isFull { state.speaker = waiter }
                return isFull
            }
            if !isFull { waiter.resume() }
        }
        return state.withLock { state in
            state.events.append(event)
            return !state.isEnded
        }
    }

    private func letSpeak() {
        let speaker = state.withLock { state in
            defer { state.speaker = nil }
            return state.speaker
        }
        speaker?.resume()
    }
}
