import DjetStore
public import Foundation

/// The second factor: one-time codes by RFC 6238, from a device that shares a secret with the site.
extension Model {
    /// Returns a user's second factor, or the one that is being set up; nil if there is none.
    ///
    /// - Parameters:
    ///   - name: the user.
    ///   - session: the session that asks. The secret is shown only in the session that began the set-up.
    public func secondFactor(of name: String, in session: Int64? = nil) async throws -> SecondFactor? {
        try await answer("select * from djet.second_factor_of(\(Self.plain(name)), \(session))")
    }

    /// Begins to set up a second factor, and returns the secret for the device, in base32. It counts only
    /// once it is confirmed, and replaces an unconfirmed one.
    ///
    /// - Parameters:
    ///   - name: the user.
    ///   - password: the user's, which is counted and throttled as at sign-in; nil if it was just asked for,
    ///     as at sign-in.
    ///   - session: the session that begins it, and must confirm it.
    /// - Throws: `ModelError`: `.forbidden` if the password is wrong, `.conflict` if there is a second factor
    ///   already; `SignInError.wait`.
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

    /// Confirms the second factor with a code of the device, and ends all other sessions. Returns ten
    /// recovery codes: each replaces a code of the device once, and they are shown only here.
    ///
    /// - Parameters:
    ///   - name: the user.
    ///   - code: six digits.
    ///   - session: the session that began it. It stays, and the second factor counts as proved in it.
    /// - Throws: `ModelError`: `.forbidden` if the code is wrong, `.conflict` if none was begun there;
    ///   `SignInError.wait`.
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

    /// Removes one's own second factor, by the password and a code, and ends all other sessions. A user whose
    /// role needs one must set up another before anything else.
    ///
    /// - Throws: `ModelError.forbidden` if the password or the code is wrong; `SignInError.wait`.
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

    /// Removes the second factor of somebody else who has lost their device, and ends their sessions.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` if they have none; `.forbidden` for one's own, and for a
    /// user who has rights that the acting user lacks.
    public func resetSecondFactor(of name: String) async throws {
        try await ask("select djet.reset_second_factor(\(Self.plain(name)), \(user), \(address), \(now))")
    }

    /// Sets the need for a second factor of a role's members; `users` stands for everybody. A member without
    /// one must set it up before anything else, also in open sessions.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` for `everyone`; `.forbidden` if the acting user is not
    /// an administrator.
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

/// The second factor of a user: the secret that their device shares with the site.
public struct SecondFactor: Codable, Hashable, Sendable {
    /// The time since which it counts; nil while it is being set up.
    public var confirmedAt: Date?
    /// The secret in base32, until it is confirmed. It is never shown afterwards.
    public var secret: String?
    /// The number of recovery codes left.
    public var recoveryCodes: Int
}
