import DjetStore
public import Foundation

/// A visitor who is still signed in: the session or API token, the roles and the tenants.
public struct VisitorRecord: Codable, Hashable, Sendable {
    /// The number of the session; nil for a token.
    public var sessionId: Int64?
    /// The number of the API token; nil for a session.
    public var tokenId: Int64?
    /// The time when it expires if nothing happens until then.
    public var endsAt: Date
    /// All of their roles.
    public var roles: Set<String>
    /// The tenants to which they are confined; empty if they are confined to none.
    public var tenants: [String]
}

extension Model {
    /// The channel that rings when somebody may have lost a session, an API token or a role, was disabled, or
    /// has other tenants.
    public static let rightsChannel = "djet:rights"

    /// Returns the sessions and API tokens among these numbers that are still valid.
    public func visitors(sessions: [Int64], tokens: [Int64]) async throws -> [VisitorRecord] {
        try await answers("select * from djet.visitors(\(sessions)::bigint[], \(tokens)::bigint[], \(now))")
    }
}
