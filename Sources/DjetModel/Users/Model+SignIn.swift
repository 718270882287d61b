import DjetStore

extension Model {
    /// Starts a session for somebody who knows the password.
    ///
    /// If a second factor is due, the session's `awaits` tells the missing part. Until then it signs nobody
    /// in, and `session(ofToken:)` does not find it.
    ///
    /// It must not be called in a transaction: attempts are counted before they are checked, so that parallel
    /// ones all count.
    ///
    /// - Parameters:
    ///   - name: the user.
    ///   - password: the password.
    ///   - old: the token of a session that ends with it, since every sign-in gets a new one.
    ///   - agent: the browser's name for itself.
    /// - Throws: `SignInError`; `ModelError.invalid` for a name or password that is too long to be one;
    ///   `ModelError.unavailable` if too many people sign in at the moment.
    public func signIn(
        _ name: String, password: String, replacing old: String? = nil, agent: String? = nil
    ) async throws -> SignedIn {
        try Self.checkTyped(name: name, password: password)
        let token: String?? = try await passwordGate.pass {
            try await beginSignIn(name)
            return try await answer(
                """
                select djet.sign_in(
                  \(Self.plain(name)), \(Self.plain(password)), \(address), \(Self.plain(agent)),
                  \(Self.plain(old)), \(now))
                """)
        }
        guard let token = token ?? nil else { throw SignInError.refused }
        return try await signedIn(token)
    }

    /// Completes a sign-in that awaits a code, and starts a session with a token of its own.
    ///
    /// Codes are counted and throttled as passwords are, but separately. It must not be called in a
    /// transaction either.
    ///
    /// - Parameters:
    ///   - code: a one-time code, or a recovery code. Each is valid once.
    ///   - token: the token of the session that awaits the code, which ends.
    ///   - agent: the browser's name for itself.
    /// - Throws: `SignInError`: `.refused` if the token's session awaits no code, `.wrongCode`, `.wait`.
    public func signIn(code: String, token: String, agent: String? = nil) async throws -> SignedIn {
        guard let begun = try await anySession(ofToken: token), begun.awaits == .code else {
            throw SignInError.refused
        }
        guard code.utf8.count <= TypedLimits.code else { throw SignInError.wrongCode }
        try await beginSignIn(begun.user.name, .code)
        let token: String?? = try await answer(
            """
            select djet.sign_in_with_code(
              \(token), \(Self.plain(code)), \(address), \(Self.plain(agent)), \(now))
            """)
        guard let token = token ?? nil else { throw SignInError.wrongCode }
        return try await signedIn(token)
    }

    /// Ends the session of a token, if it has not ended.
    public func signOut(_ token: String) async throws {
        guard Self.isToken(token) else { return }
        try await ask("select djet.sign_out(\(token), \(address), \(now))")
    }

    /// The secret that an attempt guesses at. Each is counted separately.
    enum Guess: String {
        case account
        case code
    }

    /// Counts an attempt, which is forgiven if it succeeds. Throws `SignInError.wait`, and
    /// `ModelError.conflict` in a transaction.
    func beginSignIn(_ name: String, _ guess: Guess = .account) async throws {
        if isInTransaction { throw ModelError.conflict("signing in is not possible within a transaction") }
        let statement: Statement = """
            select djet.begin_sign_in(\(Self.plain(name)), \(address), \(now), \(guess.rawValue))
            """
        let seconds = try await answer(statement, as: Int.self) ?? 0
        if seconds > 0 { throw SignInError.wait(seconds: seconds) }
    }

    func signedIn(_ token: String) async throws -> SignedIn {
        guard let session = try await anySession(ofToken: token) else { throw SignInError.refused }
        return SignedIn(token: token, session: session)
    }
}
