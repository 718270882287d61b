import DjetStore
import ServiceLifecycle

/// The event streams that are open. It sees to it that a sign of life is written to each now and then, and
/// that all end when the server is asked to stop.
final class OpenStreams: Sendable {
    private struct Entry {
        let signals: StreamSignals
        let client: Client?
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var nextID: UInt64 = 0
        var isStopping = false
    }

    /// Streams take turns, so that thousands are not written to at once.
    private static let turns: UInt64 = 15
    /// How long a client that does not read may keep a server that stops.
    private static let grace = Duration.seconds(2)

    private let state = Guarded(State())
    private let heartbeat: Duration

    /// Nothing between the two takes a connection for dead within 15 seconds, unless told otherwise.
    init(heartbeat: Duration = .seconds(15)) {
        self.heartbeat = heartbeat
    }

    func enter(_ signals: StreamSignals, _ client: Client?) -> UInt64 {
        let (id, isStopping) = state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = Entry(signals: signals, client: client)
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

    /// How many there are.
    var count: Int { state.withLock(\.entries.count) }

    /// Beats until the task is cancelled, and ends the streams when the server is asked to stop.
    func run() async {
        await withGracefulShutdownHandler {
            var turn: UInt64 = 0
            while !Task.isCancelled {
                try? await Task.sleep(for: heartbeat / Int(Self.turns))
                turn = (turn + 1) % Self.turns
                for entry in entries({ $0 % Self.turns == turn }) { entry.signals.beat() }
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private func stop() {
        state.withLock { $0.isStopping = true }
        for entry in entries({ _ in true }) { entry.signals.end(.again) }
        Task {
            try await Task.sleep(for: Self.grace)
            for entry in entries({ _ in true }) { entry.client?.disconnect() }
        }
    }

    private func entries(_ isWanted: (UInt64) -> Bool) -> [Entry] {
        state.withLock { state in state.entries.filter { isWanted($0.key) }.map(\.value) }
    }
}
