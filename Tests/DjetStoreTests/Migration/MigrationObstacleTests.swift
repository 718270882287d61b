import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct MigrationObstacleTests {
    /// An obstacle is recognised by the server's routine, not by the message, whose language varies.
    @Test(
        arguments: [
            ("XX000", "simple_heap_update", true), ("XX000", "relation_open", false), ("55P03", nil, true),
            ("40P01", nil, true), ("42P01", nil, false),
        ] as [(String, String?, Bool)])
    func whatPassesIsAnObstacle(state: String, routine: String?, passes: Bool) async throws {
        var refusal = StoreError(.refused, "Tupel gleichzeitig aktualisiert")
        refusal.sqlState = SQLState(rawValue: state)
        refusal.routine = routine
        let error = refusal
        if passes {
            await #expect(throws: MigrationObstacle.self) {
                try await MigrationObstacle.of(nil) { throw error }
            }
        } else {
            await #expect(throws: error) { try await MigrationObstacle.of(nil) { throw error } }
        }
    }

    @Test func twoWhoReplaceAFunctionAtOnceAreInEachOthersWay() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let function: Statement =
                "create or replace function one() returns integer language sql as 'select 1'"
            try await database.store.query(function)
            let other = try await database.store.transaction { connection async throws in
                try await connection.query(function)
                let other = Task { try await storeError { try await database.store.query(function) } }
                _ = try await database.blocked(like: "create or replace%")
                return other
            }
            #expect(try await other.value.routine == "simple_heap_update")
        }
    }
}
