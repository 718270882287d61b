import DjetStore

extension TestDatabase {
    /// Makes the work of hashing a password small: tests sign in often, and most are not about the work.
    package func cheapenPasswords() async throws {
        try await store.query(
            """
            create or replace function djet.password_cost() returns integer language sql immutable
            as 'select 4'
            """)
    }
}
