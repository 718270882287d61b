import DjetJSON
import DjetModel
import DjetStore
import Foundation

/// The page of the visitor's own account.
struct AccountPage: Codable, Sendable {
    /// One of the user's sessions.
    struct ListedSession: Codable, Sendable {
        var id: Int64
        var createdAt: Date
        var seenAt: Date
        var expiresAt: Date
        var address: String?
        /// The name of the browser.
        var browser: String?
        /// True for the session that makes this request.
        var isThis: Bool
    }

    /// A right that a token may have.
    struct Choice: Codable, Sendable {
        var name: String
        var title: String
    }

    /// A language of the site.
    struct ListedLanguage: Codable, Sendable {
        var tag: String
        /// Its own name for itself.
        var name: String
        /// True if the account has chosen it.
        var isChosen: Bool
    }

    var user: User
    var grantedRoles: [String]
    /// The time when the second factor was confirmed; nil if there is none.
    var secondFactorAt: Date?
    /// The number of recovery codes left.
    var recoveryCodes: Int
    var sessions: [ListedSession]
    var tokens: [TokenRecord]
    /// The number of tokens in words, for boxes and buttons that revoke them all: `1 API token`; nil if there
    /// are none.
    var tokenCount: String?
    /// The rights to choose from for a token.
    var rights: [Choice]
    /// The languages to choose from.
    var languages: [ListedLanguage]
    /// The reason an action failed.
    var problem: String?
}

extension AccountPage {
    /// Returns `3 API tokens`; nil if there are none.
    static func words(_ tokens: Int) -> String? {
        tokens == 0 ? nil : tokens == 1 ? "1 API token" : "\(tokens) API tokens"
    }

    /// Reads the page's data. Throws `StoreError`.
    init(of user: User, for visit: Visit, problem: String? = nil) async throws {
        self.user = user
        grantedRoles = user.grantedRoles.sorted()
        let factor = try await visit.model.secondFactor(of: user.name)
        secondFactorAt = factor?.confirmedAt
        recoveryCodes = factor?.recoveryCodes ?? 0
        sessions = try await visit.model.sessions(of: user.name).map {
            ListedSession($0, isThis: $0.id == visit.session?.id)
        }
        tokens = try await visit.model.tokens(of: user.name)
        tokenCount = Self.words(tokens.count)
        rights = Right.allCases.map { Choice(name: $0.rawValue, title: $0.sentence) }
        languages = visit.site.languages.all.map {
            ListedLanguage(tag: $0.language, name: $0.name, isChosen: $0.language == user.language)
        }
        self.problem = problem
    }
}

extension AccountPage.ListedSession {
    fileprivate init(_ session: SessionRecord, isThis: Bool) {
        self.init(
            id: session.id, createdAt: session.createdAt, seenAt: session.seenAt,
            expiresAt: session.expiresAt, address: session.address,
            browser: session.agent.map(BrowserName.of), isThis: isThis)
    }
}

extension Right {
    /// A phrase for the actions that the right allows a token.
    var sentence: String {
        switch self {
        case .view: Words.key("See pages and data")
        case .use: Words.key("Call, offload and upload")
        case .operate: Words.key("Cancel, retry and pause jobs")
        case .signal: Words.key("Send signals to jobs")
        case .arguments: Words.key("See the arguments and replies of jobs")
        case .manage: Words.key("Change nodes, see users and the audit")
        }
    }
}

/// A form with the name to be shown.
struct FullNameForm: Codable, Sendable {
    var fullName: String
}

/// A form with the language of the pages.
struct LanguageForm: Codable, Sendable {
    /// The tag; nil for the language that the browser asks for.
    var language: String?
}

/// A form that changes the password.
struct PasswordForm: Codable, Sendable {
    var present: String
    var password: String
    /// The new password once more; programs need not send it.
    var again: String?
    /// True to revoke the user's API tokens as well; false by default.
    var revokeTokens: Bool?
}

/// A form that ends all sessions of a user, one's own or another's.
struct SignOutForm: Codable, Sendable {
    /// True to revoke the user's API tokens as well; false by default.
    var revokeTokens: Bool?
}

/// A form that makes an API token.
struct TokenForm: Codable, Sendable {
    var purpose: String
    var rights: [Right]
    /// The branch that the token may reach; nil for the whole tree.
    var below: String?
    /// The token's lifetime in days; 90 by default.
    var days: Int?

    /// Returns the request. Throws `FieldErrors` if no node of the tree is at the path of the branch.
    func request(in tree: Tree) throws -> TokenRequest {
        if let below, tree.find(below)?.rest.isEmpty == false {
            throw FieldErrors([.init("below", "is no node's path: take one, such as /tickets, or none")])
        }
        return TokenRequest(purpose: purpose, rights: Set(rights), below: below, days: days ?? 90)
    }

    /// Returns the rights that the visitor has nowhere in the branch, in their order.
    func lacking(_ visit: Visit) -> [Right] {
        let had = visit.tree.nodes.reduce(into: Set<Right>()) { had, node in
            had.formUnion(
                Bearer.limit(visit.rights(at: node), to: Set(rights), below: below, at: node.path))
        }
        return Right.allCases.filter { rights.contains($0) && !had.contains($0) }
    }
}

/// The page with a new API token, which is shown only once.
struct TokenPage: Codable, Sendable {
    var id: Int64
    /// The purpose of the token, as its user wrote it.
    var purpose: String
    var token: String
    var expiresAt: Date
    /// The rights that its user has nowhere in its branch: the token has them only once its user does.
    var lacking: [Right]
}

/// The name of a browser, from its `User-Agent` header.
enum BrowserName {
    /// Returns a name such as `Firefox on Linux`; the header's first 40 characters if the browser is unknown.
    static func of(_ agent: String) -> String {
        // Each also claims to be others, so the order matters: Edge says Chrome, and Chrome says Safari.
        let names = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
            ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ]
        guard let name = names.first(where: { agent.contains($0.0) })?.1 else {
            return agent.beginning(40)
        }
        guard let system = systems.first(where: { agent.contains($0.0) })?.1 else { return name }
        return "\(name) on \(system)"
    }
}
