import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct PipelineTests {
    @Test func aPipelineIsOneTransaction() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.query("create table t (n int)")
            let rows = try await database.store.pipeline([
                "insert into t values (1)", "select txid_current()", "insert into t values (2)",
                "select txid_current()",
            ])
            #expect(rows.count == 4)
            #expect(try rows[1][0].value(0, as: Int.self) == rows[3][0].value(0, as: Int.self))
            let error = try await storeError {
                _ = try await database.store.pipeline(["insert into t values (3)", "select 1/0", "select 1"])
            }
            #expect(error.sqlState?.rawValue == "22012")
            #expect(error.statement == "select 1/0")
            #expect(try await database.store.value("select count(*) from t") == 2)
        }
    }

    @Test func segmentsDoNotShareTheirFate() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                try await connection.query("create table t (n int)")
                let outcomes = try await connection.exchange([
                    ["insert into t values (1)"], ["insert into t values (2)", "select 1/0"],
                    ["insert into t values (3)"],
                ])
                #expect(outcomes.map { (try? $0.get()) != nil } == [true, false, true])
                #expect(try await connection.rows("select n from t order by n", as: Int.self) == [1, 3])
            }
        }
    }

    @Test func manyTasksOnOneConnectionAreAnsweredEach() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 1...500 {
                        group.addTask {
                            guard number % 7 == 0 else {
                                return try await connection.value("select \(number)::int") == number
                            }
                            let error = try await storeError {
                                try await connection.query("select \(number)/0")
                            }
                            return error.sqlState?.rawValue == "22012"
                        }
                    }
                    for try await isRight in group { #expect(isRight) }
                }
            }
        }
    }

    @Test func bigQuestionsAndBigAnswersDoNotBlockEachOther() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                let text = String(repeating: "x", count: 1_000_000)
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 1...20 {
                        group.addTask {
                            let back: String = try await connection.value("select \(text)::text")
                            return back.utf8.count
                        }
                    }
                    for try await count in group { #expect(count == 1_000_000) }
                }
            }
        }
    }

    @Test func emptyStatementsAndEmptyPipelinesAreAnswered() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let rows = try await database.store.query("")
            let answers = try await database.store.pipeline([])
            #expect(rows.isEmpty && answers.isEmpty)
        }
    }

    @Test func aCopySentAsAQueryIsRefusedAndTheStoreGoesOn() async throws {
        try await withDatabase(migrated: false, connections: 1) { database async throws in
            try await database.store.query("create table t (n int)")
            for text in ["copy t to stdout", "copy t from stdin"] {
                let error = try await storeError { try await database.store.query(Statement(text: text)) }
                #expect(error.code == .misuse)
                #expect(error.message.contains("copyIn or copyOut"))
            }
            #expect(try await database.store.value("select 1") == 1)
        }
    }
}
