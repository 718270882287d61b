import DjetStore

extension Model {
    /// Returns users in the order of their names, from `after` on.
    ///
    /// - Parameters:
    ///   - search: a part of their names; nil for everybody.
    ///   - after: the last name of the previous page.
    ///   - limit: the most users.
    public func users(
        search: String? = nil, after: String? = nil, limit: Int = 100
    ) async throws -> [UserRecord] {
        try await answers(
            "select * from djet.user_page(\(Self.plain(search)), \(Self.plain(after)), \(limit))")
    }

    /// Returns a user. Throws `ModelError.notFound` if there is none of that name.
    public func user(_ name: String) async throws -> UserRecord {
        let statement: Statement = "select * from djet.all_users where name = \(Self.plain(name))"
        guard let user = try await answer(statement, as: UserRecord.self) else {
            throw ModelError.notFound("there is no user “\(name.prefix(63))”")
        }
        return user
    }

    /// Adds a user, who can sign in once they have accepted an invitation.
    ///
    /// - Parameters:
    ///   - name: the name to sign in with.
    ///   - fullName: the name for people.
    ///   - roles: the roles that the user has.
    ///   - tenants: the tenants to which the user is confined, as `setTenants` does. If there are none, those
    ///     to which the acting user is.
    ///
    /// Throws `ModelError`: `.invalid` for an invalid name, `.conflict` for one that exists, `.notFound` for
    /// an unknown role, `.forbidden` for a role that the acting user may not grant, and for tenants whose
    /// jobs they do not see.
    @discardableResult
    public func addUser(
        _ name: String, fullName: String? = nil, roles: Set<String> = [], tenants: [String] = []
    ) async throws -> UserRecord {
        try Self.checkTyped(name: name)
        let user: UserRecord? = try await answer(
            """
            select * from djet.add_user(
              \(Self.plain(name)), \(Self.plain(fullName)), \(roles.sorted())::text[],
              \(user), \(address), \(now), \(Self.plain(tenants))::text[])
            """)
        guard let user else { throw ModelError.unavailable("the user was added but not returned") }
        return user
    }

    /// Changes the shown name of a user.
    ///
    /// Throws `ModelError`: `.invalid` for an invalid name; `.notFound`; `.forbidden` if they have rights
    /// that the acting user lacks.
    public func changeUser(_ name: String, fullName: String) async throws {
        try await ask(
            """
            select djet.change_user(
              \(Self.plain(name)), \(Self.plain(fullName)), \(user), \(address), \(now))
            """)
    }

    /// Sets the language of a user's pages by its tag, such as `da`; nil for that which their browser asks
    /// for.
    ///
    /// Throws `ModelError`: `.invalid` for a text that is no tag; `.notFound`; `.forbidden` if they have
    /// rights that the acting user lacks.
    public func setLanguage(_ language: String?, of name: String) async throws {
        try await ask(
            """
            select djet.set_language(
              \(Self.plain(name)), \(Self.plain(language)), \(user), \(address), \(now))
            """)
    }

    /// Confines a user to tenants, in place of those before: they see, count and change the jobs of these
    /// alone, and what they call or offload runs on behalf of the first. To none, if there are none. Event
    /// streams, long polls and downloads that show more end at once.
    ///
    /// Throws `ModelError`: `.invalid` for names that no tenant can have; `.notFound`; `.forbidden` if they
    /// have rights that the acting user lacks, or if that one is confined.
    public func setTenants(_ tenants: [String], of name: String) async throws {
        try await ask(
            """
            select djet.set_tenants(
              \(Self.plain(name)), \(Self.plain(tenants))::text[], \(user), \(address), \(now))
            """)
    }

    /// Disables a user: their sessions, API tokens and invitation end, and the schedules on their behalf
    /// pause.
    ///
    /// Throws `ModelError`: `.notFound`; `.conflict` for the last administrator; `.forbidden` if they have
    /// rights that the acting user lacks.
    public func disableUser(_ name: String) async throws {
        try await transaction { model in
            try await model.ask("select djet.disable_user(\(Self.plain(name)), \(user), \(address), \(now))")
            try await model.ask(
                queue.suspendSchedules(of: Self.plain(name), because: "the user “\(name)” was disabled"))
        }
    }

    /// Lets a disabled user sign in again, with their old password.
    ///
    /// Throws `ModelError`: `.notFound`; `.forbidden` if they have rights that the acting user lacks.
    public func enableUser(_ name: String) async throws {
        try await ask("select djet.enable_user(\(Self.plain(name)), \(user), \(address), \(now))")
    }
}
