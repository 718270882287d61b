import DjetJSON
import DjetModel
import Foundation

/// A user, as listed.
struct ListedUser: Encodable {
    let name: String
    let fullName: String
    let roles: [String]
    let tenants: [String]
    let state: String
    let seenAt: Date?
    let secondFactorAt: Date?

    init(_ user: UserRecord) {
        name = user.name
        fullName = user.fullName
        roles = user.user.grantedRoles.sorted()
        tenants = user.tenants
        state = Self.state(of: user)
        seenAt = user.seenAt
        secondFactorAt = user.secondFactorAt
    }

    /// The user's row, for people.
    var row: [String] {
        [
            name, fullName.onOneLine, state, secondFactorAt == nil ? "" : "yes", seenAt?.text ?? "",
            tenants.map(\.onOneLine).joined(separator: ", "), roles.joined(separator: ", "),
        ]
    }

    /// The roles as the end of a sentence.
    var rolesInWords: String {
        switch roles.count {
        case 0: "only the roles that everybody has"
        case 1: "the role \(roles[0])"
        default: "the roles \(roles.joined(separator: ", "))"
        }
    }

    /// The tenants as the end of a sentence.
    var tenantsInWords: String {
        switch tenants.count {
        case 0: "no tenant"
        case 1: "the tenant \(tenants[0])"
        default: "the tenants \(tenants.joined(separator: ", "))"
        }
    }

    private static func state(of user: UserRecord) -> String {
        if user.disabledAt != nil { return "disabled" }
        if user.passwordSetAt != nil { return "active" }
        return user.invitedUntil == nil ? "no password yet" : "invited"
    }
}

extension ListedUser {
    func show(json: Bool, _ sentence: String) throws {
        Terminal.output.line(json ? try JSON.text(of: self) : sentence)
    }
}
