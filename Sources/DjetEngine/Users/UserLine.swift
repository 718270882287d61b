import DjetModel
import Foundation

/// A user, as those who manage users see them.
struct UserLine: Codable, Sendable {
    var name: String
    var fullName: String
    var grantedRoles: [String]
    var createdAt: Date
    var disabledAt: Date?
    var passwordSetAt: Date?
    var invitedUntil: Date?
    var seenAt: Date?
    var secondFactorAt: Date?
    var isDisabled: Bool
    var isActive: Bool

    init(_ user: UserRecord) {
        name = user.name
        fullName = user.fullName
        grantedRoles = user.user.grantedRoles.sorted()
        createdAt = user.createdAt
        disabledAt = user.disabledAt
        passwordSetAt = user.passwordSetAt
        invitedUntil = user.invitedUntil
        seenAt = user.seenAt
        secondFactorAt = user.secondFactorAt
        isDisabled = user.disabledAt != nil
        isActive = user.isActive
    }
}
