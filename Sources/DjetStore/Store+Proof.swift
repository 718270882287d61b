/// The checks that a program reaches its server as it must.
extension Store {
    /// Returns true if a ring that one connection sends arrives at the listening one within `limit`. A lent
    /// store listens to nothing of its own, and is not checked.
    package func hearsRings(within limit: Duration) async throws -> Bool {
        guard !isLent else { return true }
        let channel = "djet:proof.\(UInt64.random(in: 0...UInt64.max))"
        let rings = listener.rings(on: [channel])
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { try await self.ring(channel, heardIn: rings) }
            group.addTask {
                try await Reactor.shared.sleep(for: limit)
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
    }

    private func ring(_ channel: String, heardIn rings: Rings) async throws -> Bool {
        for await event in rings {
            guard event == .began else { return true }
            try await punctual.query(Connection.ring([channel]).oneOff())
        }
        return false
    }

    /// Returns true if connections go through a pooler that shares sessions: two that are open at a time are
    /// the same session, or one is another with each statement.
    package func sharesSessions() async throws -> Bool {
        guard !isLent else { return false }
        let first = try await open()
        defer { first.close() }
        let second = try await open()
        defer { second.close() }
        var sessions: [Set<Int32>] = [[], []]
        for _ in 0..<3 {
            sessions[0].insert(try await first.sessionOfStatement())
            sessions[1].insert(try await second.sessionOfStatement())
        }
        return sessions.contains { $0.count > 1 } || !sessions[0].isDisjoint(with: sessions[1])
    }

    private func open() async throws -> Connection {
        try await Connection.open(listener.connectionString, limits: listener.limits, logger: logger)
    }
}

extension Connection {
    /// Returns the server process that runs a statement of this connection. A pooler lets `processID` tell
    /// another one.
    fileprivate func sessionOfStatement() async throws -> Int32 {
        let error = StoreError(
            .connectionLost, "PostgreSQL has not answered a new connection for \(limits.listening)")
        let statement: Statement = "select pg_backend_pid()"
        return try await within(limits.listening, orElse: error) {
            try await first(statement.oneOff(), as: Int32.self) ?? 0
        }
    }
}
