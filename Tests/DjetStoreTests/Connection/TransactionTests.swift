import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct TransactionTests {
    struct Trouble: Error {}

    @Test func aTransactionCommitsOrIsUndone() async throws {
        try await withTable { store in
            let answer = try await store.transaction { connection in
                try await connection.query("insert into t values (1)")
                return 42
            }
            #expect(answer == 42)
            await #expect(throws: Trouble.self) {
                try await store.transaction { connection in
                    try await connection.query("insert into t values (2)")
                    throw Trouble()
                }
            }
            #expect(try await numbers(in: store) == [1])
        }
    }

    @Test func anInnerFailureIsUndoneAndTheOuterGoesOn() async throws {
        try await withTable { store in
            try await store.transaction { connection in
                try await connection.query("insert into t values (1)")
                await #expect(throws: StoreError.self) {
                    try await connection.transaction { inner in
                        try await inner.query("insert into t values (2)")
                        try await inner.query("select 1/0")
                    }
                }
                try await connection.transaction { inner in
                    try await inner.query("insert into t values (3)")
                    try await inner.transaction { _ = try await $0.query("insert into t values (4)") }
                }
            }
            #expect(try await numbers(in: store) == [1, 3, 4])
        }
    }

    @Test func aFailureThatWasHiddenIsNoCommit() async throws {
        try await withTable { store in
            let error = try await storeError {
                try await store.transaction { connection in
                    try await connection.query("insert into t values (1)")
                    _ = try? await connection.query("select 1/0")
                }
            }
            #expect(error.code == .rolledBack)
            #expect(try await numbers(in: store).isEmpty)
        }
    }

    @Test func aCancelledTransactionIsUndoneAndTheConnectionGoesOn() async throws {
        try await withTable { store in
            try await store.withConnection { connection async throws in
                let task = Task {
                    try await connection.transaction { connection in
                        try await connection.query("insert into t values (1)")
                        try await connection.query("select pg_sleep(60)")
                    }
                }
                try await until { try await isAsleep(in: store) }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(!connection.isInTransaction)
                #expect(try await connection.value("select 1") == 1)
            }
            #expect(try await numbers(in: store).isEmpty)
        }
    }

    @Test func whatGoesWithTheCommitIsPartOfIt() async throws {
        try await withTable { store in
            try await store.withConnection { connection async throws in
                _ = try await connection.transaction(last: { ["insert into t values (\($0))"] }) { _ in 5 }
                let error = try await storeError {
                    try await connection.transaction(last: { _ in ["select 1/0"] }) {
                        _ = try await $0.query("insert into t values (6)")
                    }
                }
                #expect(error.sqlState?.rawValue == "22012")
                #expect(!connection.isInTransaction)
            }
            #expect(try await numbers(in: store) == [5])
        }
    }

    @Test func ringsComeAfterTheCommitAndNotAfterARollback() async throws {
        try await withTable { store in
            var rings = store.listener.rings(on: ["a", "b", "c", "d", "end"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await store.transaction { connection in
                try await connection.ring([Ring("a"), Ring("a")])
                try await connection.query("insert into t values (1)")
                try? await connection.transaction { inner in
                    try await inner.ring([Ring("b")])
                    throw Trouble()
                }
            }
            try? await store.transaction { connection in
                try await connection.ring([Ring("c")])
                throw Trouble()
            }
            try? await store.transaction { connection in
                try await connection.ring([Ring("d")])
                _ = try? await connection.query("select 1/0")
            }
            try await store.withConnection { try await $0.ring([Ring("end")]) }
            #expect(await rings.next() == .rang(channel: "a"))
            #expect(await rings.next() == .rang(channel: "end"))
        }
    }

    @Test func aTransactionBegunByHandIsTheOuterOne() async throws {
        try await withTable { store in
            try await store.withConnection { connection async throws in
                try await connection.query("begin")
                try await connection.transaction { _ = try await $0.query("insert into t values (1)") }
                try await connection.query("rollback")
            }
            #expect(try await numbers(in: store).isEmpty)
        }
    }

    @Test func aBrokenConnectionIsSaidToBeLost() async throws {
        try await withTable { store in
            let error = try await storeError {
                try await store.transaction { connection in
                    _ = try await connection.query("insert into t values (1)")
                    _ = try await connection.query("select pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error.code == .connectionLost)
            #expect(error.message.contains("terminating connection due to administrator command"))
            #expect(try await numbers(in: store).isEmpty)
        }
    }

    private func withTable(_ body: (Store) async throws -> Void) async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.query("create table t (n int)")
            try await body(database.store)
        }
    }

    private func numbers(in store: Store) async throws -> [Int] {
        try await store.rows("select n from t order by n")
    }
}

/// Returns true if at least `count` connections to this database sleep.
func isAsleep(in store: Store, count: Int = 1) async throws -> Bool {
    try await store.value(
        """
        select count(*) >= \(count) from pg_stat_activity
        where datname = current_database() and wait_event = 'PgSleep'
        """)
}
