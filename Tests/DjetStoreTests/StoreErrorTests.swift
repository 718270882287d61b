import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct StoreErrorTests {
    @Test func onlyWhatNobodyToldOfMayHaveTakenEffect() {
        let codes: [StoreError.Code] = [.connectionLost, .unexpectedValue]
        #expect(codes.allSatisfy { StoreError($0, "").mayHaveTakenEffect })
        let told: [StoreError.Code] = [.refused, .unavailable, .cannotConnect, .poolExhausted, .rolledBack]
        #expect(!told.contains { StoreError($0, "").mayHaveTakenEffect })
    }

    @Test func aConstraintIsNamed() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.query("create table shelf (n int constraint shelf_n primary key)")
            try await database.store.query("insert into shelf values (1)")
            let error = try await storeError {
                try await database.store.query("insert into shelf values (\(1))")
            }
            #expect(error.code == .refused)
            #expect(error.sqlState == .uniqueViolation)
            #expect(error.constraint == "shelf_n")
            #expect(error.table == "shelf")
            #expect(error.detail == "Key (n)=(1) already exists.")
            #expect(error.statement == "insert into shelf values ($1)")
            #expect(
                error.description
                    == "duplicate key value violates unique constraint \"shelf_n\" (Key (n)=(1) already exists.) [SQLSTATE 23505]"
            )
        }
    }

    @Test func thePositionIsShown() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError { try await database.store.query("select nothing from nowhere") }
            #expect(error.sqlState == .undefinedTable)
            #expect(error.position == 21)
            #expect(error.description.hasSuffix("[SQLSTATE 42P01] at: …nowhere…"))
        }
    }

    @Test func theServersRoutineIsKnown() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError { try await database.store.query("select 1 / 0") }
            #expect(error.routine == "int4div")
        }
    }

    @Test func theOriginOfTheRefusedStatementIsKnown() async throws {
        let origin = Statement.Origin(rawValue: 200)
        let divides: Statement = "select 1 / \(0)::integer"
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                // The second time the server has it prepared.
                for _ in 1...2 {
                    let refused = try await storeError { try await connection.query(divides.from(origin)) }
                    #expect(refused.origin == origin)
                }
                let untagged = try await storeError { try await connection.query(divides) }
                #expect(untagged.origin == nil)
                let behind = try await storeError {
                    _ = try await connection.pipeline(["select 1", divides.from(origin), "select 2"])
                }
                #expect(behind.origin == origin)
                let nowhere: Statement = "copy nowhere from stdin"
                let copying = try await storeError {
                    try await connection.copyIn(nowhere.from(origin), bytes: [])
                }
                #expect(copying.origin == origin)
            }
        }
    }

    @Test(arguments: [("40P01", true), ("55P03", true), ("57014", true), ("22P05", false), ("XX000", false)])
    func aRefusalMayPassIfSomethingWasInTheWay(state: String, mayPass: Bool) {
        var error = StoreError(.refused, "no")
        error.sqlState = SQLState(rawValue: state)
        #expect(error.mayPass == mayPass)
        #expect(StoreError(.connectionLost, "no").mayPass)
    }

    @Test func theHintIsShown() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError { try await database.store.query("select no_such_function(1)") }
            #expect(error.sqlState == .undefinedFunction)
            #expect(error.hint?.contains("explicit type casts") == true)
            #expect(error.description.contains("Hint: "))
        }
    }

    @Test func aConstraintThatIsCheckedAtTheCommitIsAnErrorAndNoMore() async throws {
        try await withDatabase(migrated: false, connections: 1) { database async throws in
            try await database.store.query(
                "create table t (n int constraint one unique deferrable initially deferred)")
            for _ in 1...3 {
                let error = try await storeError {
                    try await database.store.query("insert into t values (1), (1)")
                }
                #expect(error.constraint == "one")
                #expect(try await database.store.value("select count(*) from t") == 0)
            }
            let inTransaction = try await storeError {
                try await database.store.transaction {
                    _ = try await $0.query("insert into t values (1), (1)")
                }
            }
            #expect(inTransaction.constraint == "one")
            #expect(try await database.store.value("select count(*) from t") == 0)
        }
    }
}
