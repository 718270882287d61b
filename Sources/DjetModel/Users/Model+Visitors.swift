public import Foundation
import DjetStore

/// Somebody who is still there: by which session or API token, with which roles.
public struct VisitorRecord: Codable, Hashable, Sendable {
    /// The number of the session; nil if it is a token.
    public var sessionId: Int64?
    /// The number of the API token; nil if it is a session.
    public var tokenId: Int64?
    /// When it is over if nothing happens until then.
    public var endsAt: Date
    /// All their roles.
    public var roles: Set<String>
}

extension Model {
    /// Rings when somebody may have lost a session, an API token or a role, or was disabled.
    public static let rightsChannel = "djet:rights"

    /// Those of some sessions and API tokens, by their numbers, that are still good.
    public func visitors(sessions: [Int64], tokens: [Int64]) async throws -> [VisitorRecord] {
        try await answers("select * from djet.visitors(\(sessions)::bigint[], \(tokens)::bigint[], \(now))")
    }
}
