import DjetStore

extension Model {
    /// Starts a session for whoever knows the password.
    ///
    /// It must not be called in a transaction: attempts are counted before they are looked at, so that many
    /// at a time are as many.
    ///
    /// - Parameters:
    ///   - replacing: the token of a session that ends with it, since whoever signs in gets a new one.
    ///   - agent: what the browser calls itself.
    /// - Throws: `SignInError`.
    public func signIn(
        _ name: String, password: String, replacing old: String? = nil, agent: String? = nil
    ) async throws -> SignedIn {
        try await beginSignIn(name)
        let token: String?? = try await answer(
            """
            select djet.sign_in(
              \(Self.plain(name)), \(Self.plain(password)), \(address), \(Self.plain(agent)),
              \(Self.plain(old)), \(now))
            """)
        guard let token = token ?? nil else { throw SignInError.refused }
        return try await signedIn(token)
    }

    /// Ends the session of a token, if it has not ended.
    public func signOut(_ token: String) async throws {
        guard Self.isToken(token) else { return }
        try await ask("select djet.sign_out(\(token), \(address), \(now))")
    }

    /// Counts an attempt, which is forgiven if it succeeds. Throws `SignInError.wait`.
    func beginSignIn(_ name: String) async throws {
        if isInTransaction { throw ModelError.conflict("one cannot sign in within a transaction") }
        let statement: Statement = "select djet.begin_sign_in(\(Self.plain(name)), \(address), \(now))"
        let seconds = try await answer(statement, as: Int.self) ?? 0
        if seconds > 0 { throw SignInError.wait(seconds: seconds) }
    }

    func signedIn(_ token: String) async throws -> SignedIn {
        guard let session = try await session(ofToken: token) else { throw SignInError.refused }
        return SignedIn(token: token, session: session)
    }
}
