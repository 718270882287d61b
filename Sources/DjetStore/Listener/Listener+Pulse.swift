/// The check that the server lives, and is still the same.
extension Listener {
    /// The parts of the wait for a sign of life, which tell whether this process was frozen.
    private static let parts = 5
    /// The pulses that may find the connection busy without progress.
    private static let busyPulses = 2

    func startPulse() -> Alarm {
        let pulses = Alarm(repeating: { [weak self, limits] in
            self?.wakeUp(for: .pulse)
            return limits.pulse
        })
        pulses.set(after: limits.pulse)
        return pulses
    }

    /// Opens a connection, and gives up the store's connections to a lost server. If another server has taken
    /// its place, those to the old one go, which may be frozen and never break; if no server answers any
    /// more, those that have received nothing since.
    func open() async throws -> Connection {
        let start = ContinuousClock.now
        do {
            let connection = try await Connection.open(connectionString, limits: limits, logger: logger)
            tellStore("another server has replaced the one they were connected to") {
                $0.serverStart != connection.serverStart
            }
            return connection
        } catch let error as StoreError where error.isSilence {
            tellStore("no server answers") { $0.lastReceipt < start }
            throw error
        }
    }

    /// Asks for a sign of life: the end of an empty pipeline, which is no statement and costs the server next
    /// to nothing. All earlier rings arrive before it.
    func pulse(on connection: Connection) async throws {
        guard connection.isIdle else { return try checkProgress(of: connection) }
        // In parts: after a freeze of this process, the sign of life is read before the next part is over.
        _ = try await withAlarm(after: limits.silence, in: Self.parts) {
            try await connection.exchangeUncancellably([[]])
        } onAlarm: {
            let reason = "the server has been silent for \(self.limits.silence)"
            self.tellStore(reason) { $0.serverStart == connection.serverStart }
            connection.close(because: StoreError(.connectionLost, reason))
        }
        noteProof()
    }

    func noteProof() {
        state.withLock { $0.proof = Proof(session: $0.session, time: .now) }
    }

    /// Throws `StoreError` if another user of the connection makes no progress: no ring is heard meanwhile.
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
    /// True if no server could be reached because none answered in time. libpq has no code for that; a living
    /// server that refuses, as with too many connections, says FATAL.
    fileprivate var isSilence: Bool {
        let isLate = message.contains("timeout expired") || message.contains(Connection.noAnswer)
        return code == .cannotConnect && isLate && !message.contains("FATAL")
    }
}
