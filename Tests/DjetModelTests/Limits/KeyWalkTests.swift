import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// More keys without tokens than one claim passes.
@Suite struct KeyWalkTests {
    private static let limit = QueueLimit(
        key: "number", runningPerKey: 1, ratePerKey: Rate(1, per: .hour, burst: 2))

    /// A claim passed all of them, while other claims waited for the limit.
    @Test func aClaimPassesSoManyKeysAndTheNextOneGoesOnFromThere() async throws {
        try await withLine(0, limit: Self.limit) { line in
            try await wait(1200, in: line)
            let ready = try await line.model.offload(Twice(number: 9)).id.number
            var found: [[Int64]] = []
            for _ in 1...3 { found.append(try await line.claim(10)) }
            #expect(found == [[], [], [ready]])
        }
    }

    @Test func theWalkEndsWhereItBegan() async throws {
        try await withLine(0, limit: Self.limit) { line in
            try await wait(1200, in: line)
            var open: [Bool] = []
            for _ in 1...4 {
                #expect(try await line.claim(10) == [])
                open.append(try await isWalking(in: line))
            }
            #expect(open == [true, true, false, true])
        }
    }

    @Test func aKeyThatTheWalkHasPassedIsNotForgotten() async throws {
        try await withLine(0, limit: Self.limit) { line in
            let first = try await line.model.offload(Twice(number: 0)).id.number
            #expect(try await line.claim(10) == [first])
            let second = try await line.model.offload(Twice(number: 0)).id.number
            try await wait(1200, in: line)
            // It passes the key 0, of which a job runs, and all of the keys up to 499.
            try await line.database.store.query("update jobmachine.queue_use set last_key = ''")
            #expect(try await line.claim(10) == [])
            try await line.reply(first)
            let late = try await line.model.offload(Twice(number: -1)).id.number
            #expect(try await walk(in: line) == [second, late].sorted())
        }
    }

    @Test func aWorkerGoesOnByItself() async throws {
        try await withLine(0, limit: Self.limit) { line in
            try await wait(1200, in: line)
            let ticket = try await line.model.offload(Twice(number: 9))
            let model = line.database.model(testFunctions)
            try await withWorker(model) {
                let value = try await model.ticket(ticket.id, of: Int.self).value(within: .seconds(50))
                #expect(value == 18)
            }
        }
    }

    /// Claims for as long as a claim has left a walk to the next one, and returns what it got.
    private func walk(in line: LimitedLine) async throws -> [Int64] {
        var found: [Int64] = []
        for _ in 1...10 where try await isWalking(in: line) { found += try await line.claim(10) }
        return found.sorted()
    }

    private func isWalking(in line: LimitedLine) async throws -> Bool {
        try await line.database.store.first("select walks <> '{}' from jobmachine.queue_use", as: Bool.self)
            ?? false
    }

    /// Lets jobs of so many keys wait, which have no tokens.
    private func wait(_ amount: Int, in line: LimitedLine) async throws {
        try await line.database.store.query(
            """
            with entered as (
              insert into jobmachine.job (position, kind, limit_key)
              select nextval('jobmachine.job_id_seq'), 'x.y', to_char(n, '0FM0000')
              from generate_series(1, \(amount)) as one(n)
              returning limit_key
            )
            insert into jobmachine.key_use (queue, key, full_at)
            select 'default', entered.limit_key, now() + interval '2 hours'
            from entered
            """)
    }
}
