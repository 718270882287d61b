import DjetModel
import Foundation

/// What somebody sees of their own account.
struct AccountPage: Codable, Sendable {
    /// A session of theirs.
    struct SessionLine: Codable, Sendable {
        var id: Int64
        var createdAt: Date
        var seenAt: Date
        var expiresAt: Date
        var address: String?
        /// What its browser is called.
        var browser: String?
        /// Whether it is the one that asks.
        var isThis: Bool
    }

    /// A right that a token of theirs may have.
    struct Scope: Codable, Sendable {
        var name: String
        var title: String
    }

    var user: User
    var grantedRoles: [String]
    /// Since when there is a second factor; nil if there is none.
    var secondFactorAt: Date?
    /// How many recovery codes are left.
    var recoveryCodes: Int
    var sessions: [SessionLine]
    var tokens: [TokenRecord]
    /// How many tokens there are, for boxes and buttons that revoke them all: `1 API token`; nil if there are none.
    var tokenCount: String?
    var scopes: [Scope]
    /// Why something was not done.
    var problem: String?
}

extension AccountPage {
    /// `3 API tokens`; nil if there are none.
    static func words(_ tokens: Int) -> String? {
        tokens == 0 ? nil : tokens == 1 ? "1 API token" : "\(tokens) API tokens"
    }

    /// Reads it. Throws `StoreError`.
    init(of user: User, for visit: Visit, problem: String? = nil) async throws {
        self.user = user
        grantedRoles = user.grantedRoles.sorted()
        let factor = try await visit.model.secondFactor(of: user.name)
        secondFactorAt = factor?.confirmedAt
        recoveryCodes = factor?.recoveryCodes ?? 0
        sessions = try await visit.model.sessions(of: user.name).map {
            SessionLine($0, isThis: $0.id == visit.session?.id)
        }
        tokens = try await visit.model.tokens(of: user.name)
        tokenCount = Self.words(tokens.count)
        scopes = Right.allCases.map { Scope(name: $0.rawValue, title: $0.sentence) }
        self.problem = problem
    }
}

extension AccountPage.SessionLine {
    fileprivate init(_ session: SessionRecord, isThis: Bool) {
        self.init(
            id: session.id, createdAt: session.createdAt, seenAt: session.seenAt,
            expiresAt: session.expiresAt, address: session.address,
            browser: session.agent.map(BrowserName.of), isThis: isThis)
    }
}

extension Right {
    /// What it lets a token do.
    var sentence: String {
        switch self {
        case .view: "See pages and data"
        case .use: "Call, offload and upload"
        case .operate: "Cancel, retry and pause jobs"
        case .arguments: "See the arguments and replies of jobs"
        case .manage: "Change nodes, see users and the audit"
        }
    }
}
