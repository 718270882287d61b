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
