extension Model {
    /// Grants what a user lacks of these roles, and takes away what they have besides, all of it or nothing.
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
