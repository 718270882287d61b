/// Whether the server lives, and is still the same.
extension Listener {
    /// A look at the clock in so many parts finds out whether it is this process that has been frozen.
    private static let parts = 5
    /// As many pulses may find that something else is being waited for on the connection.
    private static let busyPulses = 2

    func startPulse() -> Task<Void, any Error> {
        Task(executorPreference: Reactor.shared) { [weak self, limits] in
            while self != nil {
                try await Reactor.shared.sleep(for: limits.pulse)
                self?.wakeUp(for: .pulse)
            }
        }
    }

    /// Opens a connection. The store learns which server it is on: another one has taken the place of that to which the store's
    /// own connections lead, which may be frozen and never break; or none answers any more, unless they still receive something.
    func open() async throws -> Connection {
        let start = ContinuousClock.now
        do {
            let connection = try await Connection.open(connectionString, limits: limits, logger: logger)
            tellStore("another server has taken the place of theirs") {
                $0.serverStart != connection.serverStart
            }
            return connection
        } catch let error as StoreError where error.isSilence {
            tellStore("no server answers any more") { $0.lastReceipt < start }
            throw error
        }
    }

    /// Asks for a sign of life: the end of a pipeline with nothing in it, which is no statement and costs the server next to
    /// nothing. With it come all rings from before.
    func pulse(on connection: Connection) async throws {
        guard connection.isIdle else { return try checkProgress(of: connection) }
        let alarm = Task(executorPreference: Reactor.shared) { [limits] in
            // By parts: when this process has been frozen, the sign of life is read before the next part is over.
            for _ in 1...Self.parts { try await Reactor.shared.sleep(for: limits.silence / Self.parts) }
            try Task.checkCancellation()
            let reason = "the server has given no sign of life for \(limits.silence)"
            self.tellStore(reason) { $0.serverStart == connection.serverStart }
            connection.close(because: StoreError(.connectionLost, reason))
        }
        defer { alarm.cancel() }
        _ = try await connection.exchangeToTheEnd([[]])
        noteProof()
    }

    func noteProof() {
        state.withLock { $0.proof = Proof(session: $0.session, time: .now) }
    }

    /// What somebody else does on the connection may take its time, but nothing is heard meanwhile.
    private func checkProgress(of connection: Connection) throws {
        guard connection.lookAfter(.now) >= Self.busyPulses else { return }
        throw StoreError(.connectionLost, "an answer is overdue on the listening connection")
    }

    private func tellStore(_ reason: String, _ isLost: (Connection) -> Bool) {
        let tell = state.withLock { $0.onVerdict }
        tell?(isLost, StoreError(.connectionLost, "the connection was given up: \(reason)"))
    }
}

extension StoreError {
    /// Whether no server could be reached because none answered in time. libpq has no code for that; and whoever is refused by
    /// a server that lives, as when it has too many connections, is told so by a FATAL.
    fileprivate var isSilence: Bool {
        let isLate = message.contains("timeout expired") || message.contains(Connection.noAnswer)
        return code == .cannotConnect && isLate && !message.contains("FATAL")
    }
}
