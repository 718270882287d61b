import DjetStore
import ServiceLifecycle

/// The open event streams. It has a heartbeat written to each now and then, and ends all of them when the
/// server is asked to stop.
final class OpenStreams: Sendable {
    private struct Entry {
        let signals: StreamSignals
        let client: Client?
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var nextID: UInt64 = 0
        var beats: Heartbeats
        var isStopping = false

        mutating func takeDue() -> [Entry] {
            let ids = beats.takeDue(at: .now) { [entries] in entries[$0] != nil }
            return ids.compactMap { entries[$0] }
        }
    }

    /// The time that the first due stream waits for others, so that they share one wake-up.
    private static let gathering = Duration.milliseconds(50)
    /// The longest that a client that does not read may keep a server that stops.
    private static let grace = Duration.seconds(2)

    private let state: Guarded<State>

    /// Proxies take no connection for dead within 15 seconds, the standard interval.
    init(heartbeat: Duration = .seconds(15)) {
        state = Guarded(State(beats: Heartbeats(every: heartbeat)))
    }

    func enter(_ signals: StreamSignals, _ client: Client?) -> UInt64 {
        let (id, isStopping) = state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = Entry(signals: signals, client: client)
            state.beats.add(state.nextID, at: .now)
            return (state.nextID, state.isStopping)
        }
        client?.watch { signals.end(.gone) }
        if isStopping { signals.end(.again) }
        return id
    }

    func leave(_ id: UInt64) {
        let entry = state.withLock { $0.entries.removeValue(forKey: id) }
        entry?.client?.endWatch()
    }

    /// The number of open streams.
    var count: Int { state.withLock(\.entries.count) }

    /// Sends heartbeats until the task is cancelled, and ends the streams when the server is asked to stop.
    func run() async {
        await withGracefulShutdownHandler {
            while !Task.isCancelled {
                let next = state.withLock { $0.beats.next(after: .now) }
                try? await Task.sleep(until: next + Self.gathering, clock: .continuous)
                for entry in state.withLock({ $0.takeDue() }) { entry.signals.beat() }
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    /// Ends the streams, and those to come.
    func stop() {
        state.withLock { $0.isStopping = true }
        for entry in entries { entry.signals.end(.again) }
        Task {
            try await Task.sleep(for: Self.grace)
            for entry in entries { entry.client?.disconnect() }
        }
    }

    private var entries: [Entry] { state.withLock { Array($0.entries.values) } }
}
