import CLibPQ
import DjetTestSupport
import Testing

@testable import DjetStore

/// Statements without a waiter.
struct PostTests {
    @Test func goesOutWithTheNextStatement() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            let count = try await database.store.transaction { connection in
                try await connection.post("insert into note values (1)")
                try await connection.post("insert into note values (\(2))")
                #expect(connection.wire.withLock { $0.transaction.posted.count } == 3)
                return try await connection.first("select count(*) from note", as: Int.self)
            }
            #expect(count == 2)
            #expect(try await database.store.first("select sum(number) from note", as: Int.self) == 3)
        }
    }

    @Test func goesOutWithTheCommit() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            try await database.store.transaction { try await $0.post("insert into note values (1)") }
            #expect(try await database.store.first("select sum(number) from note", as: Int.self) == 1)
        }
    }

    @Test func itsFailureIsThatOfTheNextStatement() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.transaction { connection in
                    try await connection.post("select 1 / 0")
                    try await connection.query("select 1")
                    Issue.record("what follows a failure has been run")
                }
            }
            #expect(error?.message == "division by zero")
            let one = try await database.store.first("select 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func itsFailureIsThatOfTheCommit() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint primary key)")
            let error = await #expect(throws: StoreError.self) {
                try await database.store.transaction { connection in
                    try await connection.post("insert into note values (1)")
                    try await connection.post("insert into note values (1)")
                }
            }
            #expect(error?.constraint == "note_pkey")
            #expect(try await database.store.first("select count(*) from note", as: Int.self) == 0)
        }
    }

    @Test func aSavepointIsUndoneWithWhatWasPostedInIt() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint primary key)")
            try await database.store.transaction { connection in
                try await connection.post("insert into note values (1)")
                for number in [1, 2] {
                    try? await connection.transaction {
                        try await $0.post("insert into note values (\(number))")
                    }
                }
                try? await connection.transaction { inner in
                    try await inner.post("insert into note values (3)")
                    throw CancellationError()
                }
                try await connection.post("insert into note values (4)")
            }
            let numbers = try await database.store.rows("select number from note order by 1", as: Int.self)
            #expect(numbers == [1, 2, 4])
        }
    }

    @Test func aLongLineOfThemDoesNotPileUp() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            try await database.store.transaction { connection in
                for number in 0..<1000 {
                    try await connection.post("insert into note values (\(number))")
                    #expect(connection.wire.withLock { $0.transaction.posted.count } <= 100)
                }
            }
            #expect(try await database.store.first("select count(*) from note", as: Int.self) == 1000)
        }
    }

    @Test func aCopyComesBehindIt() async throws {
        try await withDatabase { database in
            try await database.store.transaction { connection in
                try await connection.post("create table note (number bigint)")
                try await connection.copyIn("copy note from stdin", bytes: Array("1\n2\n".utf8))
            }
            #expect(try await database.store.first("select count(*) from note", as: Int.self) == 2)
        }
    }

    @Test func outsideOfATransactionItIsWaitedFor() async throws {
        try await withDatabase { database in
            await #expect(throws: StoreError.self) { try await database.store.post("select 1 / 0") }
            try await database.store.withConnection { connection in
                try await connection.post("select 1")
                await #expect(throws: StoreError.self) { try await connection.post("select 1 / 0") }
            }
        }
    }

    @Test func aTransactionThatDoesNothingSendsNothing() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await connection.transaction { try await $0.transaction { _ in } }
                #expect(connection.wire.withLock { $0.transaction.posted.isEmpty && $0.exchanges.isEmpty })
                #expect(connection.wire.withLock { PQtransactionStatus($0.pointer) } == PQTRANS_IDLE)
            }
        }
    }

    /// A transaction that the server never began must not go on as single statements.
    @Test func whatFollowsAFailedBeginIsRefused() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            let error = await #expect(throws: StoreError.self) {
                try await database.store.transaction { connection in
                    connection.wire.withLock { $0.transaction.isVoid = true }
                    try await connection.query("insert into note values (1)")
                }
            }
            #expect(error?.code == .rolledBack)
            #expect(try await database.store.first("select count(*) from note", as: Int.self) == 0)
        }
    }
}
