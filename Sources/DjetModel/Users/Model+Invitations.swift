import DjetStore

extension Model {
    /// A token with which a user may once, within 24 hours, set a password. It takes the place of an earlier
    /// one, and is told this once.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` for a disabled user; `.forbidden` if they have rights that the
    /// acting user lacks.
    public func invite(_ name: String) async throws -> String {
        let statement: Statement = "select djet.invite(\(Self.plain(name)), \(user), \(address), \(now))"
        guard let token = try await answer(statement, as: String.self) else {
            throw ModelError.unavailable("the invitation was made but not returned")
        }
        return token
    }

    /// Whom a token invites; nil if it is not good, or no more. Looking does not use it up.
    public func invitation(ofToken token: String) async throws -> Invitation? {
        guard Self.isToken(token) else { return nil }
        return try await answer("select * from djet.invitation_of(\(token), \(now))")
    }

    /// Sets the password of whom a token invites, ends their sessions and API tokens, uses the invitation up and signs
    /// them in.
    ///
    /// Throws `ModelError`: `.invalid` for a password that is too short, too long or too plain, and then the token stays
    /// good; `.notFound` if the token is not good, or no more.
    public func acceptInvitation(
        _ token: String, password: String, agent: String? = nil
    ) async throws -> SignedIn {
        guard Self.isToken(token) else { throw Self.noInvitation }
        try Self.checkTyped(password: password)
        let session: String? = try await passwordGate.pass {
            try await answer(
                """
                select djet.accept_invitation(
                  \(token), \(Self.plain(password)), \(address), \(Self.plain(agent)), \(now))
                """)
        }
        guard let session else { throw SignInError.refused }
        return try await signedIn(session)
    }

    package static let noInvitation = ModelError.notFound(
        "this invitation is not good any more: it was used, replaced, or is older than 24 hours")

    /// If no administrator can sign in yet: a token that invites the user `admin`, who is made if need be.
    /// Nil if one can.
    public func firstInvitation() async throws -> String? {
        let token: String?? = try await answer("select djet.first_invitation(\(now))")
        return token ?? nil
    }
}
