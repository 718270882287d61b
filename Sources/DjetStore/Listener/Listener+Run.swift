import Logging

extension Listener {
    /// Listens until the listener is closed, on one connection after the other.
    func run() async {
        startClock()
        defer { state.withLock { $0.clock?.cancel() } }
        // Not for longer: those that were cut off together are to be back together.
        let first = BackOff(upTo: .seconds(2))
        var backOff = first
        while !isOver {
            do {
                try await serve { backOff = first }
                if !isOver { logger.warning("the listening connection broke; opening another") }
            } catch {
                if !isOver { logger.warning("not listening", metadata: ["error": "\(error)"]) }
            }
            try? await Reactor.shared.sleep(for: backOff.next())
        }
    }

    /// Begins to count anew, by the shortest of the intervals that are asked for.
    func startClock() {
        let clock = Task(executorPreference: Reactor.shared) { [weak self] in
            while let interval = self?.interval {
                try await Reactor.shared.sleep(for: interval)
                self?.wakeUp(for: .beat)
            }
        }
        let before = state.withLock { state in
            defer { state.clock = clock }
            return state.clock
        }
        before?.cancel()
        if isOver { clock.cancel() }
    }

    private var interval: Duration {
        state.withLock { state in state.duties.values.reduce(beatInterval) { min($0, $1.interval) } }
    }

    /// Whether nobody wants to listen any more.
    private var isOver: Bool { state.withLock({ $0.isClosed }) || Task.isCancelled }

    /// Listens on a new connection until it breaks.
    private func serve(_ hasBegun: () -> Void) async throws {
        let connection = try await Connection.open(connectionString, logger: logger)
        defer { leave(connection) }
        connection.wire.withLock { wire in
            wire.onNotification = { [weak self] in self?.hear($0, saying: $1) }
            wire.onClose = { [weak self] in self?.wakeUp(for: .changed) }
        }
        try await prove(connection)
        state.withLock { $0.connection = connection }
        var begun: Set<UInt64> = []
        try await begin(on: connection, &begun)
        try await follow(connection)
        hasBegun()
        for await event in events {
            guard !connection.isClosed, !isOver else { return }
            switch event {
            case .changed:
                try await begin(on: connection, &begun)
                try await follow(connection)
            case .beat: try await beat(connection)
            }
        }
    }

    /// Begins the duties that are new on this connection, before anybody is told to look.
    private func begin(on connection: Connection, _ begun: inout Set<UInt64>) async throws {
        let known = begun
        for (id, duty) in state.withLock({ $0.duties.filter { !known.contains($0.key) } }) {
            try await duty.begin(connection)
            begun.insert(id)
        }
    }

    private func leave(_ connection: Connection) {
        state.withLock { state in
            state.connection = nil
            state.subscribers.startOver()
        }
        connection.close()
    }

    /// Listens to what is asked for by now, and to nothing else; then tells the newcomers to look.
    private func follow(_ connection: Connection) async throws {
        guard state.withLock({ $0.subscribers.hasChange }) else { return }
        let change = state.withLock { $0.subscribers.takeChange() }
        let commands =
            change.listen.map { Self.command("listen", $0) }
            + change.unlisten.map { Self.command("unlisten", $0) }
        if !commands.isEmpty { _ = try await connection.pipeline(commands) }
        let toTell = state.withLock { $0.subscribers.tells(of: change.newcomers) }
        for tell in toTell { tell(.began) }
    }

    private func beat(_ connection: Connection) async throws {
        try await within(.seconds(10), on: connection) {
            for duty in state.withLock({ Array($0.duties.values) }) { try await duty.beat(connection) }
            try await ring(connection)
        }
    }

    /// A ring to oneself. Behind a pooler that hands sessions around it does not arrive.
    private func prove(_ connection: Connection) async throws {
        try await within(.seconds(10), on: connection) {
            for channel in [echo(on: connection), Self.lookChannel] {
                try await connection.query(Self.command("listen", channel))
            }
            try await ring(connection)
        }
    }

    private func ring(_ connection: Connection) async throws {
        let channel = echo(on: connection)
        state.withLock { $0.echo = nil }
        try await connection.query(Connection.ring([channel]))
        guard state.withLock({ $0.echo }) == channel else {
            throw StoreError(
                .cannotConnect,
                """
                rings do not arrive on this connection: it seems to go through a pooler that hands sessions around; \
                give Djet a direct connection to listen on
                """)
        }
    }

    private func echo(on connection: Connection) -> String {
        "\(Self.echoPrefix)\(connection.processID)"
    }

    /// Closes the connection, which fails what waits on it, if `body` takes longer.
    private func within(
        _ limit: Duration, on connection: Connection, _ body: () async throws -> Void
    ) async throws {
        let alarm = Task(executorPreference: Reactor.shared) {
            try await Reactor.shared.sleep(for: limit)
            connection.close()
        }
        defer { alarm.cancel() }
        try await body()
    }

    private static func command(_ verb: String, _ channel: String) -> Statement {
        var statement: Statement = "\(identifier: channel)"
        statement.text = verb + " " + statement.text
        statement.isOneOff = true
        return statement
    }
}
