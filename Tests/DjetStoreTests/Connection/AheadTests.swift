import DjetTestSupport
import Testing

@testable import DjetStore

/// Statements that are sent before those ahead of them are answered.
struct AheadTests {
    @Test func answersComeInTheOrderOfTheStatements() async throws {
        try await withDatabase { database in
            let numbers = try await database.store.transaction { connection in
                try await run(1...50, on: connection) { "select \($0)" }
            }
            #expect(numbers == Array(1...50))
            let none = try await database.store.transaction { try await run([], on: $0) { "select \($0)" } }
            #expect(none.isEmpty)
        }
    }

    @Test(.endsWithTheSuite) func someAreSentBeforeTheFirstIsAnswered() async throws {
        try await withDatabase { database in
            let made = Guarded(0)
            try await database.withGate(1) { open in
                let numbers = Task {
                    try await database.store.transaction { connection in
                        try await run(1...9, on: connection) { number in
                            made.withLock { $0 = number }
                            return number == 1 ? "select 1 from pg_advisory_xact_lock(1)" : "select \(number)"
                        }
                    }
                }
                _ = try await database.blocked(like: "%pg_advisory_xact_lock%")
                try await until { made.withLock { $0 } == 4 }
                try await open()
                #expect(try await numbers.value == Array(1...9))
            }
        }
    }

    @Test func theFirstFailureIsThatOfAll() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            let error = try await storeError {
                _ = try await database.store.transaction { connection in
                    try await run(1...9, on: connection) {
                        "insert into note select 1 / (\($0) - 3) returning number"
                    }
                }
            }
            #expect(error.message == "division by zero")
            #expect(try await database.store.value("select count(*) from note") == 0)
        }
    }

    @Test func whatMakesThemMayFail() async throws {
        struct Worn: Error {}
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            await #expect(throws: Worn.self) {
                try await database.store.transaction { connection in
                    try await run(1...9, on: connection) { number in
                        if number == 6 { throw Worn() }
                        return "insert into note values (\(number)) returning number"
                    }
                }
            }
            #expect(try await database.store.value("select count(*) from note") == 0)
        }
    }

    @Test func aBrokenConnectionIsReported() async throws {
        try await withDatabase { database in
            let error = try await storeError {
                _ = try await database.store.transaction { connection in
                    try await run(1...9, on: connection) {
                        "select \($0) from pg_terminate_backend(pg_backend_pid())"
                    }
                }
            }
            #expect(error.code == .connectionLost)
        }
    }

    @Test func aCancelledTaskDoesNotGoOn() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            let work = Task {
                try await database.store.transaction { connection in
                    try await run(1...9, on: connection) { number in
                        if number == 2 { withUnsafeCurrentTask { $0?.cancel() } }
                        return "insert into note values (\(number)) returning number"
                    }
                }
            }
            await #expect(throws: CancellationError.self) { try await work.value }
            #expect(try await database.store.value("select count(*) from note") == 0)
        }
    }

    /// Nothing would undo the statements that follow a failed beginning.
    @Test func nothingIsSentBehindABeginningThatFails() async throws {
        try await withDatabase { database in
            try await database.store.query("create table note (number bigint)")
            _ = try await storeError {
                _ = try await database.store.transaction { connection in
                    connection.wire.withLock { $0.transaction.posted = ["begin isolation level none"] }
                    return try await run(1...9, on: connection) {
                        "insert into note values (\($0)) returning number"
                    }
                }
            }
            #expect(try await database.store.value("select count(*) from note") == 0)
        }
    }

    /// Returns the numbers that the statements answer, in their order.
    private func run(
        _ numbers: some Sequence<Int>, on connection: Connection, _ statement: (Int) throws -> Statement
    ) async throws -> [Int] {
        var iterator = numbers.makeIterator()
        return try await connection.run { try iterator.next().map(statement) }
            .map { try $0[0].value(0, as: Int.self) }
    }
}
