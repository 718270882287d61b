extension Connection {
    /// As many statements go well in front of another, and as long ones.
    private static let maximumPosted = 100
    private static let maximumPostedSize = 8192

    /// Runs a statement whose answer is of no interest.
    ///
    /// Within a transaction it is not waited for: it goes out together with the next statement that is, at the latest
    /// with the commit, which then throws what this one failed with. Elsewhere this is a `query`.
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

    /// Waits for what has been posted: in front of a COPY, which has the connection to itself.
    func settlePosted() async throws {
        guard wire.withLock({ !$0.transaction.posted.isEmpty }) else { return }
        _ = try await pipeline([])
    }
}
