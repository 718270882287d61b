import DjetStore
public import Foundation

extension Model {
    /// Returns a token for setting a user's password, once within 24 hours. It replaces an earlier one and is
    /// shown only here.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` for a disabled user; `.forbidden` if they have rights
    /// that the acting user lacks.
    public func invite(_ name: String) async throws -> String {
        let statement: Statement = "select djet.invite(\(Self.plain(name)), \(user), \(address), \(now))"
        guard let token = try await answer(statement, as: String.self) else {
            throw ModelError.unavailable("the invitation was made but not returned")
        }
        return token
    }

    /// Returns the invitation of a token; nil if it is not valid, or no longer. Looking does not use it up.
    public func invitation(ofToken token: String) async throws -> Invitation? {
        guard Self.isToken(token) else { return nil }
        return try await answer("select * from djet.invitation_of(\(token), \(now))")
    }

    /// Accepts an invitation: sets the password, ends the user's sessions and API tokens, uses the token up
    /// and signs them in.
    ///
    /// Throws `ModelError`: `.invalid` for a password that is too short, too long or too simple, which leaves
    /// the token valid; `.notFound` if the token is not valid, or no longer; `.unavailable` if too many
    /// people sign in at the moment.
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

    /// The error for a token that invites nobody, in the words of `djet.accept_invitation`.
    package static let noInvitation = ModelError.notFound(
        """
        this invitation is no longer valid: it was used, was replaced, or is older than 24 hours. Ask for another \
        one.
        """)

    /// Returns a token that invites the user `admin` if no administrator can sign in yet; otherwise nil. The
    /// user is made if need be; an existing one loses password, second factor, sessions and API tokens.
    public func firstInvitation() async throws -> String? {
        let token: String?? = try await answer("select djet.first_invitation(\(now))")
        return token ?? nil
    }
}

/// An invitation to set a password, by a one-time link.
public struct Invitation: Codable, Hashable, Sendable {
    /// The name that they sign in with.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// The time when it expires.
    public var expiresAt: Date
}

extension Tree {
    /// Returns the path at which the holder of an invitation's token sets a password.
    package func path(ofInvitation token: String) -> String {
        "\(node(ofBasetype: "sign-in")?.path ?? "/sign-in")/welcome?invitation=\(token)"
    }
}
