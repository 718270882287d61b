import DjetStore

extension Model {
    /// Returns all roles, by name.
    public func roles() async throws -> [RoleRecord] {
        try await answers(
            """
            select r.name, r.title, r.needs_second_factor, count(m.user_id) as grants
            from djet.role r
            left join djet.membership m on m.role = r.name
            group by r.name
            order by r.name
            """)
    }

    /// Adds a role, to which access rules can give rights.
    ///
    /// Throws `ModelError`: `.invalid` for an invalid name, `.conflict` for one that exists.
    public func addRole(_ name: String, title: String? = nil) async throws {
        try await ask(
            """
            select djet.add_role(
              \(Self.plain(name)), \(Self.plain(title)), \(user), \(address), \(now))
            """)
    }

    /// Grants a role; does nothing if the user has it.
    ///
    /// Throws `ModelError`: `.notFound` for an unknown user or role; `.conflict` for a role that everybody
    /// has; `.forbidden` for one's own roles, for a role with rights that the acting user lacks, and for a
    /// user with such rights.
    public func grant(role: String, to name: String) async throws {
        try await ask(
            """
            select djet.grant_role(
              \(Self.plain(name)), \(Self.plain(role)), \(user), \(address), \(now))
            """)
    }

    /// Revokes a role; does nothing if the user does not have it.
    ///
    /// Throws `ModelError` as `grant` does, and `.conflict` for the last administrator.
    public func revoke(role: String, from name: String) async throws {
        try await ask(
            """
            select djet.revoke_role(
              \(Self.plain(name)), \(Self.plain(role)), \(user), \(address), \(now))
            """)
    }
}

extension Model {
    /// Grants and revokes roles until a user has exactly these, in one transaction.
    ///
    /// Throws `ModelError` as `grant` and `revoke` do.
    public func setRoles(_ roles: Set<String>, of name: String) async throws {
        try await transaction { model in
            let present = try await model.user(name).user.grantedRoles
            for role in roles.subtracting(present).sorted() { try await model.grant(role: role, to: name) }
            for role in present.subtracting(roles).sorted() { try await model.revoke(role: role, from: name) }
        }
    }
}
