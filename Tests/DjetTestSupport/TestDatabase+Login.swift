package import DjetStore

extension TestDatabase {
    /// Calls `body` with the database as seen by a login that is a member of one role, or of none.
    package func signedIn<Result: Sendable>(
        as role: String? = nil, _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        try await signedIn(login: makeLogin(of: role), body)
    }

    /// Calls `body` with the database as seen by an existing login.
    package func signedIn<Result: Sendable>(
        login: String, _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        let string = connectionString.replacing(#/user=\S+/#, with: "user=\(login)")
        let store = Store(StoreConfiguration(connectionString: string), logger: Self.logger)
        do {
            let result = try await body(TestDatabase(connectionString: string, store: store))
            await store.close()
            return result
        } catch {
            await store.close()
            throw error
        }
    }

    /// Creates the login of a role unless it exists: logins belong to the server, and another test may have
    /// made it.
    private func makeLogin(of role: String?) async throws -> String {
        let login = "test_\(role ?? "nobody")"
        try await store.withConnection { connection in
            try await connection.run(
                script: """
                    do $$
                    begin
                      create role \(login) login \(role.map { "in role \($0)" } ?? "");
                    exception when duplicate_object or unique_violation then
                      return;
                    end
                    $$
                    """)
        }
        return login
    }

    /// Runs statements, and returns those that the server does not refuse for want of rights.
    package func allowed(of statements: [Statement]) async throws -> [String] {
        var allowed: [String] = []
        for statement in statements {
            do {
                try await store.query(statement)
                allowed.append(statement.text)
            } catch let error as StoreError where error.sqlState == .insufficientPrivilege {
                continue
            }
        }
        return allowed
    }
}
