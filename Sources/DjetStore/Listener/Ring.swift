/// A ring to send: its channel and its word.
package struct Ring: Sendable, Hashable {
    package let channel: String
    package let word: String

    package init(_ channel: String, saying word: String = "") {
        self.channel = channel
        self.word = word
    }
}

extension Connection {
    /// Rings once the current transaction has committed; at once if none is open.
    ///
    /// A commit that notifies holds a server-wide lock while it is written to disk, so the ring is a
    /// transaction of its own behind the commit, in the same flush. If somebody else sends the commit, the
    /// ring must be part of it.
    package func ring(_ rings: [Ring]) async throws {
        let isOurs = wire.withLock { wire in
            if wire.transaction.isOurs { wire.transaction.rings += rings }
            return wire.transaction.isOurs
        }
        if !isOurs { _ = try await pipeline(Self.ring(rings)) }
    }

    /// Returns the statements that ring, one for each word.
    package static func ring(_ rings: some Sequence<Ring>) -> [Statement] {
        Dictionary(grouping: Set(rings), by: { $0.word }).map { word, rings in
            ring(rings.map { $0.channel }, saying: word)
        }
    }

    package static func ring(_ channels: [String], saying word: String = "") -> Statement {
        "select pg_notify(channel, \(word)) from unnest(\(channels)::text[]) channel"
    }
}
