import DjetStore
public import Foundation

extension Model {
    /// Returns the bearer of an API token; nil if the token is expired or revoked, or its user is disabled.
    ///
    /// It writes at most once a minute, to note the time of use.
    public func bearer(ofToken token: String) async throws -> Bearer? {
        guard Self.isAPIToken(token) else { return nil }
        let row: BearerRow? = try await answer("select * from djet.bearer_of(\(token), \(now))")
        guard let row else { return nil }
        if row.isStale { try await ask("select djet.see_token(\(row.tokenId), \(now))") }
        return row.bearer
    }

    /// Returns true if an API token lacks only the second factor that its user has yet to set up for a role.
    package func rests(token: String) async throws -> Bool {
        guard Self.isAPIToken(token) else { return false }
        return try await answer("select djet.token_rests(\(token), \(now))") ?? false
    }

    /// Returns the valid API tokens of a user, newest first.
    public func tokens(of name: String) async throws -> [TokenRecord] {
        try await answers("select * from djet.tokens_of(\(Self.plain(name)), \(now))")
    }

    /// Makes an API token for a user. The token itself is shown only here.
    ///
    /// Throws `ModelError`: `.invalid` for an invalid request, `.notFound` for an unknown user, `.forbidden`
    /// if they have rights that the acting user lacks.
    public func addToken(_ request: TokenRequest, for name: String) async throws -> NewToken {
        let token: NewToken? = try await answer(
            """
            select * from djet.add_token(
              \(Self.plain(name)), \(Self.plain(request.purpose)),
              \(request.rights.map(\.rawValue).sorted())::text[], \(Self.plain(request.below)),
              \(request.days), \(address), \(now), \(user))
            """)
        guard let token else { throw ModelError.unavailable("the token was made but not returned") }
        return token
    }

    /// Revokes an API token of a user.
    ///
    /// Throws `ModelError`: `.notFound` if they have none of that number, `.forbidden` if they have rights
    /// that the acting user lacks.
    public func revokeToken(_ id: Int64, of name: String) async throws {
        try await ask(
            "select djet.revoke_token(\(id), \(Self.plain(name)), \(user), \(address), \(now))")
    }

    /// Revokes all API tokens of a user, and returns the number of tokens revoked.
    ///
    /// Throws `ModelError`: `.notFound`; `.forbidden` if they have rights that the acting user lacks.
    @discardableResult
    public func revokeTokens(of name: String) async throws -> Int {
        let statement: Statement =
            "select djet.revoke_tokens(\(Self.plain(name)), \(user), \(address), \(now))"
        return try await answer(statement) ?? 0
    }

    /// The prefix of an API token, by which scanners for leaked secrets know it.
    static let tokenPrefix = "djet_"

    private static func isAPIToken(_ text: String) -> Bool {
        text.hasPrefix(tokenPrefix) && isToken(text.dropFirst(tokenPrefix.count))
    }

    /// Returns true if a text looks like a token, so that other texts need no look-up.
    static func isToken(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 43
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

private struct BearerRow: Decodable, Sendable {
    var tokenId: Int64
    var rights: Set<Right>
    var below: String?
    var isStale: Bool
    var id: Int64
    var name: String
    var fullName: String
    var roles: Set<String>
    var tenants: [String]
    var language: String?

    var bearer: Bearer {
        let user = User(
            id: id, name: name, fullName: fullName, roles: roles, tenants: tenants, language: language)
        return Bearer(id: tokenId, user: user, rights: rights, below: below)
    }
}

/// A new API token. The token is shown only here.
public struct NewToken: Codable, Sendable {
    /// The number by which it can be revoked.
    public var id: Int64
    /// The token, `djet_…`.
    public var token: String
    /// The time when it expires.
    public var expiresAt: Date
}
