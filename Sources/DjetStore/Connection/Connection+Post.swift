extension Connection {
    /// The limits on posted statements queued ahead of the next awaited one: their count, and the size of
    /// each one's values in bytes.
    private static let maximumPosted = 100
    private static let maximumPostedSize = 8192

    /// Runs a statement and discards its answer.
    ///
    /// Within a transaction the statement is not awaited: it goes out together with the next awaited one, at
    /// the latest with the commit, which then throws this statement's error. Elsewhere this is a `query`.
    public func post(_ statement: Statement) async throws {
        let size = try check([[statement]])
        let isTaken = wire.withLock { wire in
            // A lent connection must have nothing outstanding when it is given back.
            guard wire.isOwned, wire.transaction.depth > 0, size < Self.maximumPostedSize,
                wire.transaction.posted.count < Self.maximumPosted
            else { return false }
            wire.transaction.posted.append(statement)
            return true
        }
        if !isTaken { try await query(statement) }
    }

    /// Sends and awaits the posted statements, before a COPY, which has the connection to itself.
    func settlePosted() async throws {
        guard wire.withLock({ !$0.transaction.posted.isEmpty }) else { return }
        _ = try await pipeline([])
    }
}
