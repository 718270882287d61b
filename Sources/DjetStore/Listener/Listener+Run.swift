import Logging

extension Listener {
    /// Listens until the listener is closed, on one connection after another.
    func run() async {
        startClock()
        let pulses = startPulse()
        defer {
            state.withLock { $0.clock?.cancel() }
            pulses.cancel()
        }
        // Limited to 2 seconds, so that processes cut off together return together.
        let first = BackOff(upTo: .seconds(2))
        var backOff = first
        while !isOver {
            do {
                let reason = try await serve { backOff = first }
                guard !isOver else { return }
                logger.warning(
                    "the listening connection broke; opening another",
                    metadata: ["reason": "\(reason?.description ?? "unknown")"])
            } catch {
                if !isOver { logger.warning("not listening", metadata: ["error": "\(error)"]) }
            }
            try? await Reactor.shared.sleep(for: backOff.next())
        }
    }

    /// Restarts the clock of the beats, with the shortest requested interval.
    func startClock() {
        let clock = Alarm(repeating: { [weak self] in
            self?.wakeUp(for: .beat)
            return self?.interval
        })
        clock.set(after: interval)
        let before = state.withLock { state in
            defer { state.clock = clock }
            return state.clock
        }
        before?.cancel()
        if isOver { clock.cancel() }
    }

    private var interval: Duration {
        state.withLock { state in state.hooks.values.reduce(beatInterval) { min($0, $1.interval) } }
    }

    /// True if the listener is closed or its task cancelled.
    private var isOver: Bool { state.withLock({ $0.isClosed }) || Task.isCancelled }

    /// Listens on a new connection until it breaks, and returns the reason.
    private func serve(_ hasBegun: () -> Void) async throws -> StoreError? {
        let connection = try await open()
        defer { leave(connection) }
        connection.wire.withLock { wire in
            wire.onNotification = { [weak self] in self?.hear($0, saying: $1) }
            wire.onClose = { [weak self] in self?.wakeUp() }
        }
        try await within(on: connection) { try await prove(connection) }
        state.withLock { $0.connection = connection }
        var begun: Set<UInt64> = []
        try await keepUp(on: connection, &begun)
        hasBegun()
        for await _ in wakeUps {
            guard !connection.isClosed, !isOver else { break }
            try await keepUp(on: connection, &begun)
            let due = state.withLock { $0.dueWork.take() }
            if due.contains(.beat) { try await within(on: connection) { try await beat(connection) } }
            if due.contains(.pulse) { try await pulse(on: connection) }
        }
        return connection.reasonOfEnd
    }

    /// Begins new hooks, then listens to new channels.
    private func keepUp(on connection: Connection, _ begun: inout Set<UInt64>) async throws {
        let known = begun
        let hooks = state.withLock { $0.hooks.filter { !known.contains($0.key) } }
        guard !hooks.isEmpty || state.withLock({ $0.proof == nil || $0.subscribers.hasChange }) else {
            return
        }
        try await within(on: connection) {
            // The hooks begin before anybody is told to look.
            for (id, hook) in hooks {
                try await hook.begin(connection)
                begun.insert(id)
            }
            try await follow(connection)
        }
        noteProof()
    }

    private func leave(_ connection: Connection) {
        state.withLock { state in
            state.connection = nil
            state.proof = nil
            state.session += 1
            state.subscribers.startOver()
        }
        connection.close()
    }

    /// Listens to exactly the requested channels, then tells the newcomers to look.
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
        for hook in state.withLock({ Array($0.hooks.values) }) { try await hook.beat(connection) }
        try await hearEcho(on: connection)
        noteProof()
    }

    /// Proves that rings arrive, by a ring to itself. Behind a pooler that hands sessions around it does not
    /// arrive.
    private func prove(_ connection: Connection) async throws {
        for channel in [echo(on: connection), Self.lookChannel] {
            try await connection.query(Self.command("listen", channel))
        }
        try await hearEcho(on: connection)
    }

    /// Rings, and throws `StoreError` unless the ring arrives on the same connection.
    private func hearEcho(on connection: Connection) async throws {
        let channel = echo(on: connection)
        state.withLock { $0.echo = nil }
        try await connection.query(Connection.ring([channel]))
        guard state.withLock({ $0.echo }) == channel else {
            throw StoreError(
                .cannotConnect,
                """
                rings do not arrive on this connection: it seems to go through a pooler that shares sessions; \
                give Djet a direct connection for listening
                """)
        }
    }

    private func echo(on connection: Connection) -> String {
        "\(Self.echoPrefix)\(connection.processID)"
    }

    /// Runs `body`, and closes the connection, which fails everything that waits on it, after
    /// `limits.listening`.
    private func within(on connection: Connection, _ body: () async throws -> Void) async throws {
        let error = StoreError(
            .connectionLost, "the listening connection has not answered for \(limits.listening)")
        try await connection.within(limits.listening, orElse: error, body)
    }

    private static func command(_ verb: String, _ channel: String) -> Statement {
        var statement: Statement = "\(identifier: channel)"
        statement.text = verb + " " + statement.text
        statement.isOneOff = true
        return statement
    }
}
