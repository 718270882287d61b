import DjetStore

/// One-time codes by RFC 6238, from a device that shares a secret with the site.
extension Model {
    /// The second factor of a user, or the one that is being set up; nil if there is none.
    ///
    /// - Parameter session: the one that asks: the secret is told where it was begun, and nowhere else.
    public func secondFactor(of name: String, in session: Int64? = nil) async throws -> SecondFactor? {
        try await answer("select * from djet.second_factor_of(\(Self.plain(name)), \(session))")
    }

    /// Begins to set one up: returns the secret for the device, in base32. It counts for nothing until it is confirmed,
    /// and takes the place of one that was not.
    ///
    /// - Parameters:
    ///   - password: the user's, which is counted and throttled as signing in is; nil where it has just been
    ///     asked for, as at sign-in.
    ///   - session: the one in which it is begun, and must be confirmed.
    /// - Throws: `ModelError`: `.forbidden` if the password is wrong, `.conflict` if there is a second factor already;
    ///   `SignInError.wait`.
    @discardableResult
    public func beginSecondFactor(
        of name: String, password: String?, in session: Int64? = nil
    ) async throws -> String {
        if let password { try await prove(password: password, of: name) }
        let secret: String? = try await answer(
            "select djet.begin_second_factor(\(Self.plain(name)), \(session), \(now))")
        guard let secret else { throw ModelError.unavailable("the secret was made but not returned") }
        return secret
    }

    /// Makes the one that was begun count, for whoever's device shows the right code, and ends all other sessions.
    /// Returns ten recovery codes, each of which stands once for a code of the device; they are told this once.
    ///
    /// - Parameter session: the one in which it was begun. It goes on, and the second factor counts as proved in it.
    /// - Throws: `ModelError`: `.forbidden` if the code is wrong, `.conflict` if none was begun there; `SignInError.wait`.
    public func confirmSecondFactor(
        of name: String, code: String, keeping session: Int64? = nil
    ) async throws -> [String] {
        try Self.checkCode(code)
        try await beginSignIn(name, .code)
        let codes: [String] = try await answers(
            """
            select code from jsonb_array_elements_text(
              djet.confirm_second_factor(
                \(Self.plain(name)), \(Self.plain(code)), \(session), \(address), \(now))) code
            """)
        guard !codes.isEmpty else { throw Self.wrongCode }
        return codes
    }

    /// Removes one's own, for whoever knows the password and has a code; all other sessions end. Whose role needs one
    /// must then set up another before anything else.
    ///
    /// - Throws: `ModelError.forbidden` if one of them is wrong; `SignInError.wait`.
    public func removeSecondFactor(
        of name: String, password: String, code: String, keeping session: Int64? = nil
    ) async throws {
        try Self.checkCode(code)
        try await prove(password: password, of: name)
        try await beginSignIn(name, .code)
        let isRemoved: Bool? = try await answer(
            """
            select djet.remove_second_factor(
              \(Self.plain(name)), \(Self.plain(code)), \(session), \(address), \(now))
            """)
        guard isRemoved == true else { throw Self.wrongCode }
    }

    /// Removes the second factor of somebody else who has lost their device; their sessions end.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` if they have none; `.forbidden` for one's own, and for that of an
    /// administrator if one is none.
    public func resetSecondFactor(of name: String) async throws {
        try await ask("select djet.reset_second_factor(\(Self.plain(name)), \(user), \(address), \(now))")
    }

    /// Says whether a role, or `users`, which is everybody, needs a second factor. Who has the role and none is asked to
    /// set one up before anything else, also in sessions that are open.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` for `everyone`; `.forbidden` unless an administrator says it.
    public func need(secondFactor isNeeded: Bool, for role: String) async throws {
        try await ask(
            """
            select djet.need_second_factor(
              \(Self.plain(role)), \(isNeeded), \(user), \(address), \(now))
            """)
    }

    private static func checkCode(_ code: String) throws {
        guard code.utf8.count <= TypedLimits.code else { throw wrongCode }
    }

    private static let wrongCode = ModelError.forbidden("\(SignInError.wrongCode)")
}
