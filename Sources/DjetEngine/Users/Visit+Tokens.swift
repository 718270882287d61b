import DjetModel
import HTTPTypes

/// What an API token may not do, whatever its scopes: otherwise it could make itself a session, and with that be
/// more than it was made for.
extension Visit {
    /// Throws `Refusal` of 403 if a program with a token makes, changes or invites an administrator.
    func refuseToken(touching roles: Set<String>) throws {
        guard session == nil, roles.contains(Role.administrator) else { return }
        throw Refusal(.forbidden, "this takes a browser's session: a token touches no administrator")
    }

    /// Throws `Refusal` of 403 if a program with a token invites somebody who has a password: the link would let it
    /// in as them.
    func refuseToken(inviting user: UserRecord) throws {
        try refuseToken(touching: user.roles)
        guard session == nil, user.passwordSetAt != nil else { return }
        throw Refusal(.forbidden, "this takes a browser's session: a token invites nobody who has a password")
    }
}
