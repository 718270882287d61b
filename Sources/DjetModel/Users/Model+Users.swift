import DjetStore

extension Model {
    /// Users in the order of their names, those of the next page `after` a name.
    ///
    /// - Parameters:
    ///   - search: a part of their names; nil is everybody.
    ///   - limit: how many at the most.
    public func users(
        search: String? = nil, after: String? = nil, limit: Int = 100
    ) async throws -> [UserRecord] {
        try await answers(
            "select * from djet.user_page(\(Self.plain(search)), \(Self.plain(after)), \(limit))")
    }

    /// One user. Throws `ModelError.notFound` if there is none of that name.
    public func user(_ name: String) async throws -> UserRecord {
        let statement: Statement = "select * from djet.all_users where name = \(Self.plain(name))"
        guard let user = try await answer(statement, as: UserRecord.self) else {
            throw ModelError.notFound("there is no user “\(name.prefix(63))”")
        }
        return user
    }

    /// Adds a user, who can sign in once they have accepted an invitation.
    ///
    /// Throws `ModelError`: `.invalid` for a name that cannot be one, `.conflict` for one that exists,
    /// `.notFound` for an unknown role, `.forbidden` for a role that the acting user may not grant.
    @discardableResult
    public func addUser(
        _ name: String, fullName: String? = nil, roles: Set<String> = []
    ) async throws -> UserRecord {
        try Self.checkTyped(name: name)
        let user: UserRecord? = try await answer(
            """
            select * from djet.add_user(
              \(Self.plain(name)), \(Self.plain(fullName)), \(roles.sorted())::text[],
              \(user), \(address), \(now))
            """)
        guard let user else { throw ModelError.unavailable("the user was added but not returned") }
        return user
    }

    /// Changes the name of a user that is shown. Throws `ModelError`.
    public func changeUser(_ name: String, fullName: String) async throws {
        try await ask(
            """
            select djet.change_user(
              \(Self.plain(name)), \(Self.plain(fullName)), \(user), \(address), \(now))
            """)
    }

    /// Keeps a user out from now on: their sessions, API tokens and invitation are gone.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` for the last administrator who can sign in; `.forbidden`
    /// if they have rights that the acting user lacks.
    public func disableUser(_ name: String) async throws {
        try await ask("select djet.disable_user(\(Self.plain(name)), \(user), \(address), \(now))")
    }

    /// Lets a disabled user sign in again, with the password that they had. Throws `ModelError`.
    public func enableUser(_ name: String) async throws {
        try await ask("select djet.enable_user(\(Self.plain(name)), \(user), \(address), \(now))")
    }
}
