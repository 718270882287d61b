import DjetStore

extension Model {
    /// Changes a password for somebody who knows the present one, and ends all other sessions of the user.
    ///
    /// It is counted and throttled as sign-in is, and must not be called in a transaction either.
    ///
    /// - Parameters:
    ///   - name: the user.
    ///   - present: the password until now.
    ///   - password: the new one.
    ///   - session: the session that stays.
    ///   - tokens: true if the user's API tokens are revoked with it.
    /// - Throws: `ModelError.invalid` for a new password that is too short, too long or too simple,
    ///   `ModelError.forbidden` if the present one is wrong, `SignInError.wait`.
    public func changePassword(
        of name: String, from present: String, to password: String, keeping session: Int64? = nil,
        revokingTokens tokens: Bool = false
    ) async throws {
        try Self.checkTyped(name: name, password: present)
        try Self.checkTyped(password: password)
        let statement: Statement = """
            select djet.change_password(
              \(Self.plain(name)), \(Self.plain(present)), \(Self.plain(password)), \(session), \(address),
              \(now))
            """
        let isChanged = try await passwordGate.pass {
            // Before the attempt counts: an unusable new password is not a guess at the present one.
            try await ask("select djet.check_password(\(Self.plain(password)), \(Self.plain(name)))")
            try await beginSignIn(name)
            return try await transaction { model in
                let isChanged = try await model.answer(statement, as: Bool.self) == true
                if isChanged, tokens { try await model.revokeTokens(of: name) }
                return isChanged
            }
        }
        // After the transaction, which notes the attempt in the audit.
        guard isChanged else { throw Self.wrongPassword }
    }

    /// Throws unless the password is right. It counts as an attempt to sign in does.
    func prove(password: String, of name: String) async throws {
        try Self.checkTyped(name: name, password: password)
        let isProved: Bool? = try await passwordGate.pass {
            try await beginSignIn(name)
            return try await answer(
                """
                select djet.prove_password(\(Self.plain(name)), \(Self.plain(password)), \(address), \(now))
                """)
        }
        guard isProved == true else { throw Self.wrongPassword }
    }

    private static let wrongPassword = ModelError.forbidden("the current password is wrong")
}
