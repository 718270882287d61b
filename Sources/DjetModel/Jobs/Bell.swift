package import DjetStore
import Logging

/// Rings queues for one process: right behind the commit that gave reason to, and never twice at once.
///
/// Who finds a ring under way asks for another behind it rather than ringing beside it, so that a thousand
/// commits a second do not make a thousand rings.
package final class Bell: Sendable {
    private enum State { case ringing, ringingAgain }

    private let states = Guarded<[String: State]>([:])
    private let store: Store

    package init(_ store: Store) {
        self.store = store
    }

    /// Runs a statement and rings channels as soon as it is committed: in the same flush, unless a ring is
    /// under way, or a transaction is open, which then rings when it commits. The rings are not waited for.
    package func ring(
        _ channels: Set<String>, behind statement: Statement, on connection: Connection
    ) async throws -> Rows {
        if connection.isInTransaction {
            let rows = try await connection.query(statement)
            try await connection.ring(Array(channels))
            return rows
        }
        let mine = channels.filter(begin)
        defer { for channel in channels.subtracting(mine) { ringAgain(channel) } }
        guard !mine.isEmpty else { return try await connection.query(statement) }
        let outcomes = try await connection.exchange(
            [[statement], [Connection.ring(Array(mine))]], awaiting: 1
        ) { [self] in
            for channel in mine { end(channel) }
        }
        guard let rows = try outcomes[0].get().first else { throw StoreError(.misuse, "no answer came") }
        return rows
    }

    /// Whether the caller is the one who rings.
    private func begin(_ channel: String) -> Bool {
        states.withLock { states in
            guard states[channel] == nil else { return false }
            states[channel] = .ringing
            return true
        }
    }

    /// Asks for a ring behind the one under way; if that has ended meanwhile, rings.
    private func ringAgain(_ channel: String) {
        let mustBegin = states.withLock { states in
            defer { states[channel] = states[channel] == nil ? .ringing : .ringingAgain }
            return states[channel] == nil
        }
        if mustBegin { ringAlone(channel) }
    }

    private func end(_ channel: String) {
        let mustRingAgain = states.withLock { states in
            defer { states[channel] = states[channel] == .ringingAgain ? .ringing : nil }
            return states[channel] == .ringingAgain
        }
        if mustRingAgain { ringAlone(channel) }
    }

    private func ringAlone(_ channel: String) {
        Task {
            do {
                try await store.query(Connection.ring([channel]))
            } catch {
                store.logger.warning(
                    "a ring was lost; workers will look by themselves", metadata: ["channel": "\(channel)"])
            }
            end(channel)
        }
    }
}
