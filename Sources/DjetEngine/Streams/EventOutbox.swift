import DjetStore

/// Between those who have something to say to a client and the one who writes it: so many events at the most,
/// so that a client that reads slowly slows down who speaks.
final class EventOutbox: Sendable {
    /// Why a stream ends.
    enum End {
        /// All has been said.
        case over
        /// The client may come again: this server stops, or something failed.
        case again
        /// The client has gone.
        case gone
    }

    /// What there is to write next.
    enum Load {
        case events([ServerEvent])
        /// A sign of life.
        case beat
        case end(End)
    }

    fileprivate struct State {
        var events: [ServerEvent] = []
        var isBeatDue = false
        var end: End?
        var reader: CheckedContinuation<Void, Never>?
        var speaker: CheckedContinuation<Void, Never>?
    }

    private static let capacity = 64

    private let state = Guarded(State())

    /// Adds an event, as soon as there is room. Returns false if nobody will read it any more.
    func put(_ event: ServerEvent) async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let mustWait = state.withLock { state in
                    guard state.events.count >= Self.capacity, state.end == nil, !Task.isCancelled else {
                        return false
                    }
                    state.speaker = waiter
                    return true
                }
                if !mustWait { waiter.resume() }
            }
        } onCancel: {
            end(.gone)
        }
        return change { state in
            guard state.end == nil else { return false }
            state.events.append(event)
            return true
        }
    }

    func beat() {
        change { $0.isBeatDue = true }
    }

    /// Ends the stream, once what has been put is written. The first reason counts, unless the client goes.
    func end(_ end: End) {
        change { state in
            if state.end == nil || end == .gone { state.end = end }
        }
        state.withLock { $0.takeSpeaker() }?.resume()
    }

    /// The next load; waits until there is one. An end follows upon all events.
    func next() async -> Load {
        await withCheckedContinuation { waiter in
            let isThere = state.withLock { state in
                let isThere = !state.isEmpty
                if !isThere { state.reader = waiter }
                return isThere
            }
            if isThere { waiter.resume() }
        }
        let (load, speaker) = state.withLock { ($0.takeLoad(), $0.takeSpeaker()) }
        speaker?.resume()
        return load
    }

    @discardableResult
    private func change<Result>(_ body: (inout State) -> Result) -> Result {
        let (result, reader) = state.withLock { state in
            let result = body(&state)
            let reader = state.isEmpty ? nil : state.reader
            if reader != nil { state.reader = nil }
            return (result, reader)
        }
        reader?.resume()
        return result
    }
}

extension EventOutbox.State {
    fileprivate var isEmpty: Bool { events.isEmpty && !isBeatDue && end == nil }

    fileprivate mutating func takeLoad() -> EventOutbox.Load {
        if case .gone = end { return .end(.gone) }
        defer { (events, isBeatDue) = ([], false) }
        if !events.isEmpty { return .events(events) }
        return end.map { .end($0) } ?? .beat
    }

    fileprivate mutating func takeSpeaker() -> CheckedContinuation<Void, Never>? {
        defer { speaker = nil }
        return speaker
    }
}
