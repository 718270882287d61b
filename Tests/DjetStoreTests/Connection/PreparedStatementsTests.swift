import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct PreparedStatementsTests {
    private let count: Statement =
        "select count(*) from pg_prepared_statements where statement like '%marked%'"

    @Test func theSameTextIsPreparedOnce() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                for number in 1...3 { try await connection.query("select \(number)::int as marked") }
                #expect(try await connection.value(count) == 1 + 1)
            }
        }
    }

    @Test func theSameTextInOneFlushIsPreparedOnce() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                _ = try await connection.pipeline((1...5).map { "select \($0)::int as marked" })
                #expect(try await connection.value(count) == 1 + 1)
            }
        }
    }

    @Test func theSameTextFromManyTasksIsPreparedOnce() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for number in 1...100 {
                        group.addTask { try await connection.value("select \(number)::int as marked") }
                    }
                    let sum = try await group.reduce(0, +)
                    #expect(sum == 5050)
                }
                #expect(try await connection.value(count) == 1 + 1)
            }
        }
    }

    @Test func aFailureInFrontOfAPreparationDoesNotPoisonIt() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                for _ in 1...2 {
                    let outcomes = try await connection.exchange([
                        ["select 1/0", "select 2 as marked"], ["select 2 as marked"],
                    ])
                    #expect((try? outcomes[0].get()) == nil)
                    let value: Int? = try outcomes[1].get().first?.first?.value(0)
                    #expect(value == 2)
                    #expect(try await connection.value("select 2 as marked") == 2)
                }
            }
        }
    }

    @Test func aStatementThatCannotBePreparedIsTriedAgain() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                await #expect(throws: StoreError.self) { try await connection.query("select n from later") }
                try await connection.query("create table later as select 5 as n")
                #expect(try await connection.value("select n from later") == 5)
            }
        }
    }

    @Test func anOutdatedPlanHealsAtTheNextRun() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                try await connection.query("create table t as select 1 as a")
                try await connection.query("select * from t")
                try await connection.query("alter table t add b int")
                let error = try await storeError { try await connection.query("select * from t") }
                #expect(error.sqlState == .featureNotSupported)
                #expect(try await connection.query("select * from t").columnNames == ["a", "b"])
            }
        }
    }

    @Test func aDiscardHealsAtTheNextRun() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                try await connection.query("select 1 as marked")
                try await connection.query("deallocate all")
                await #expect(throws: StoreError.self) { try await connection.query("select 1 as marked") }
                #expect(try await connection.value("select 1 as marked") == 1)
            }
        }
    }

    @Test func whatGoesBeyondTheCapacityHasNoName() {
        var prepared = PreparedStatements()
        for number in 1...PreparedStatements.capacity {
            let statement = Statement(text: "select \(number)")
            #expect(prepared.name(for: statement) == ("djet_\(number)", true))
            prepared.confirm("djet_\(number)", for: statement.text)
        }
        #expect(prepared.name(for: "select 0") == ("", true))
        #expect(prepared.name(for: "select 7") == ("djet_7", false))
    }

    @Test func oneOffsHaveNoName() {
        var prepared = PreparedStatements()
        var statement: Statement = "listen x"
        statement.isOneOff = true
        #expect(prepared.name(for: statement) == ("", true))
    }
}
