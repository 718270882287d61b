import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// More waiting jobs than one look sees to.
@Suite struct DependencyBacklogTests {
    /// A look judged all of them, while its worker's claim waited.
    @Test func aLookSeesToSoManyAndTheNextOneComesAtOnce() async throws {
        try await withDatabase { database in
            let needed = try await database.model().offload(Twice(number: 0)).id.number
            try await wait(1200, for: needed, in: database)
            var left: [Int?] = []
            for _ in 1...2 {
                #expect(try await promote(in: database) == 0)
                left.append(try await unsettled(in: database))
            }
            #expect(left == [700, 200])
            #expect(try await promote(in: database) == nil, "there is nothing to look for")
            #expect(try await unsettled(in: database) == 0)
        }
    }

    @Test func thoseOfAJobThatIsKeptLockedKeepNoOthersWaiting() async throws {
        try await withDatabase { database in
            let model = database.model()
            let locked = try await model.offload(Twice(number: 0)).id.number
            let other = try await model.offload(Twice(number: 0)).id.number
            try await wait(600, for: locked, in: database)
            try await wait(1, for: other, in: database)
            let keeper = try await Connection.open(database.connectionString)
            defer { keeper.close() }
            try await keeper.query("begin")
            try await keeper.query("select from jobmachine.job where id = \(locked) for update")
            #expect(try await promote(in: database) == 0)
            let next = try #require(try await promote(in: database))
            #expect(next > 0, "it does not look again and again for those that are locked")
            #expect(try await unsettled(in: database) == 600)
            try await keeper.query("commit")
            for _ in 1...2 { try await promote(in: database) }
            #expect(try await unsettled(in: database) == 0)
        }
    }

    /// Each look begins behind those that others have seen to.
    @Test func theDeadAmongThemAreFound() async throws {
        try await withDatabase { database in
            let needed = try await database.model().offload(Twice(number: 0)).id.number
            try await wait(501, for: needed, in: database)
            // It ended without having seen who waits for it.
            try await wait(1, for: 4711, in: database)
            for _ in 1...2 { try await promote(in: database) }
            let ended = try await database.store.first(
                "select count(*) from jobmachine.history where status = 'error'", as: Int.self)
            #expect(ended == 1)
            #expect(try await unsettled(in: database) == 0)
        }
    }

    @discardableResult
    private func promote(in database: TestDatabase) async throws -> Double? {
        try await database.store.first("select jobmachine.promote('{other}')", as: Double?.self) ?? nil
    }

    /// Offloads jobs that wait for another one, and of which no look knows yet.
    private func wait(_ amount: Int, for needed: Int64, in database: TestDatabase) async throws {
        try await database.store.query(
            """
            with waiting as (
              insert into jobmachine.job (kind, waiting_for)
              select 'test.twice', 1 from generate_series(1, \(amount))
              returning id
            )
            insert into jobmachine.dependency (needs, job, is_settled)
            select \(needed)::bigint, waiting.id, false from waiting
            """)
    }

    private func unsettled(in database: TestDatabase) async throws -> Int? {
        try await database.store.first(
            "select count(*) from jobmachine.dependency where not is_settled", as: Int.self)
    }
}
