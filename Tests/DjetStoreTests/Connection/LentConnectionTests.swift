import CLibPQ
import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct LentConnectionTests {
    @Test func itsTransactionHoldsTheWorkAndItComesBackAsItWas() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.query("create table t (n int)")
            let pointer = try #require(PQconnectdb(database.connectionString))
            defer { PQfinish(pointer) }
            PQclear(PQexec(pointer, "begin"))
            let connection = Connection(borrowing: pointer)
            let store = Store(borrowing: connection)
            try await store.query("insert into t values (\(1))")
            try await store.transaction { _ = try await $0.query("insert into t values (\(2))") }
            #expect(try await store.value("select count(*) from pg_prepared_statements") == 0)
            connection.giveBack()
            #expect(try await database.store.value("select count(*) from t") == 0)
            #expect(exec(pointer, "select count(*) from t") == "2")
            #expect(PQisnonblocking(pointer) == 0)
            #expect(PQpipelineStatus(pointer) == PQ_PIPELINE_OFF)
            #expect(exec(pointer, "commit") == nil)
            #expect(try await database.store.value("select count(*) from t") == 2)
            let error = try await storeError { try await store.query("select 1") }
            #expect(error.message == "the connection was given back to its owner")
            await store.close()
        }
    }

    @Test func itsRingIsPartOfItsTransaction() async throws {
        try await withDatabase(migrated: false) { database async throws in
            var rings = database.store.listener.rings(on: ["a", "b"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            let pointer = try #require(PQconnectdb(database.connectionString))
            defer { PQfinish(pointer) }
            for (channel, end) in [("a", "rollback"), ("b", "commit")] {
                PQclear(PQexec(pointer, "begin"))
                let connection = Connection(borrowing: pointer)
                try await connection.transaction { try await $0.ring([Ring(channel)]) }
                connection.giveBack()
                PQclear(PQexec(pointer, end))
            }
            #expect(await rings.next() == .rang(channel: "b"))
        }
    }

    @Test func withoutATransactionOfItsOwnItRingsBehindTheCommit() async throws {
        try await withDatabase(migrated: false) { database async throws in
            var rings = database.store.listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            let pointer = try #require(PQconnectdb(database.connectionString))
            defer { PQfinish(pointer) }
            let connection = Connection(borrowing: pointer)
            try await connection.transaction { try await $0.ring([Ring("a")]) }
            connection.giveBack()
            #expect(await rings.next() == .rang(channel: "a"))
            #expect(exec(pointer, "select 1") == "1")
        }
    }

    @Test func aBusyOneIsRefused() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let pointer = try #require(PQconnectdb(database.connectionString))
            defer { PQfinish(pointer) }
            PQsendQuery(pointer, "select 1")
            let connection = Connection(borrowing: pointer)
            let error = try await storeError { try await connection.query("select 1") }
            #expect(error.message == "the lent connection is not idle")
        }
    }

    private func exec(_ pointer: OpaquePointer, _ text: String) -> String? {
        let result = PQexec(pointer, text)
        defer { PQclear(result) }
        guard PQntuples(result) > 0 else { return nil }
        return PQgetvalue(result, 0, 0).map { String(cString: $0) }
    }
}
