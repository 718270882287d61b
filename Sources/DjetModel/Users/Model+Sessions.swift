import DjetStore

extension Model {
    /// Returns the session of a token; nil if it has ended, awaits a second factor, or its user is disabled.
    ///
    /// It writes at most once a minute, to note the time it was seen.
    public func session(ofToken token: String) async throws -> Session? {
        guard let session = try await anySession(ofToken: token), session.awaits == nil else { return nil }
        return session
    }

    /// Returns the session of a token, also one that awaits a second factor and signs nobody in yet.
    package func anySession(ofToken token: String) async throws -> Session? {
        guard Self.isToken(token) else { return nil }
        let row: SessionRow? = try await answer("select * from djet.session_of(\(token), \(now))")
        guard let row else { return nil }
        if row.isStale { try await ask("select djet.see_session(\(row.sessionId), \(now))") }
        return row.session
    }

    /// Returns the sessions of a user that have not ended, last used first.
    public func sessions(of name: String) async throws -> [SessionRecord] {
        try await answers("select * from djet.sessions_of(\(Self.plain(name)), \(now))")
    }

    /// Ends a session of a user.
    ///
    /// Throws `ModelError`: `.notFound` if they have none of that number, `.forbidden` if they have rights
    /// that the acting user lacks.
    public func endSession(_ id: Int64, of name: String) async throws {
        try await ask(
            "select djet.end_session(\(id), \(Self.plain(name)), \(user), \(address), \(now))")
    }

    /// Ends all sessions of a user but one, and returns the number of sessions ended.
    ///
    /// - Parameters:
    ///   - name: the user.
    ///   - id: the session that stays; nil for none.
    ///   - tokens: true if their API tokens are revoked with them.
    /// - Throws: `ModelError`: `.notFound`; `.forbidden` if they have rights that the acting user lacks.
    @discardableResult
    public func endSessions(
        of name: String, except id: Int64? = nil, revokingTokens tokens: Bool = false
    ) async throws -> Int {
        try await transaction { model in
            if tokens { try await model.revokeTokens(of: name) }
            let statement: Statement = """
                select djet.end_sessions(\(Self.plain(name)), \(id), \(user), \(address), \(now))
                """
            return try await model.answer(statement) ?? 0
        }
    }
}

private struct SessionRow: Decodable, Sendable {
    var sessionId: Int64
    var csrf: String
    var isStale: Bool
    var id: Int64
    var name: String
    var fullName: String
    var roles: Set<String>
    var tenants: [String]
    var language: String?
    var awaits: Session.Awaited?

    var session: Session {
        let user = User(
            id: id, name: name, fullName: fullName, roles: roles, tenants: tenants, language: language)
        return Session(id: sessionId, user: user, csrf: csrf, awaits: awaits)
    }
}
