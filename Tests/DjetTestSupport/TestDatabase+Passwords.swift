import DjetStore

extension TestDatabase {
    /// Makes password hashes cheap: tests sign in often, and few are about the cost.
    package func cheapenPasswords() async throws {
        try await store.query(
            """
            create or replace function djet.password_cost() returns integer language sql immutable
            as 'select 4'
            """)
    }
}
