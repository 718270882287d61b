import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The keys of jobs, by which limits count and which take turns.
@Suite struct LimitKeyTests {
    private static let byNumber = QueueLimit(key: "number")

    struct Parcel: ModelFunction {
        struct Owner: Codable, Sendable { var name: String }

        static let name = "test.parcel"
        static let limitKey: String? = "owner.name"
        var owner: Owner

        func run(in model: Model) -> String { owner.name }
    }

    private func offload(_ numbers: [Int], _ line: LimitedLine, on queue: String = "default") async throws {
        _ = try await line.model.offload(numbers.map { Twice(number: $0) }, on: queue)
    }

    // MARK: Turns

    @Test func aKeyWithManyJobsKeepsNoneWithASingleOneWaiting() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            try await offload(.init(repeating: 1, count: 100_000), line)
            let single = try await line.model.offload(Twice(number: 2)).id.number
            var claims = 0
            var found: [Int64] = []
            while !found.contains(single), claims < 3 {
                found = try await line.claim(1)
                claims += 1
            }
            #expect(found == [single], "claim \(claims)")
        }
    }

    @Test func theKeysShareAClaim() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            try await offload(.init(repeating: 1, count: 20), line)
            try await offload(.init(repeating: 2, count: 20), line)
            try await offload([3], line)
            let claimed = try await line.claim(9)
            #expect(claimed.count == 9 && claimed.contains(41))
            #expect(claimed.filter { $0 <= 20 }.count == 4)
            let rest = try await line.claim(100)
            #expect(rest.count == 32, "nothing is left behind")
        }
    }

    @Test func keysTakeTurnsFromClaimToClaim() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            try await offload([1, 1, 1, 2, 2, 2, 3, 3, 3], line)
            var turns: [Int64] = []
            for _ in 0..<6 { turns += try await line.claim(1) }
            #expect(turns == [1, 4, 7, 2, 5, 8])
        }
    }

    @Test func aKeyThatAClaimHadNoPlaceForComesNext() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            for number in 1...3 { try await offload(.init(repeating: number, count: 20), line) }
            let first = try await line.claim(4)
            #expect(first == [1, 2, 21, 22])
            let next = try await line.claim(4)
            #expect(next == [3, 4, 41, 42])
        }
    }

    @Test func theTurnGoesRoundFromTheLastKeyToThoseWithoutAKey() async throws {
        try await withLine(0, limit: QueueLimit(key: "number", runningPerKey: 2)) { line in
            try await offload([1, 2, 2, 2], line)
            try await line.run("offload('x.y')")
            var turns: [[Int64]] = []
            for _ in 0..<5 { turns.append(try await line.claim(1)) }
            #expect(turns == [[1], [2], [5], [3], []], "two of key 2 run")
        }
    }

    @Test func aLowerPriorityNumberGoesFirstInAQueueWithKeysToo() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            _ = try await line.model.offload(Twice(number: 1), priority: 9)
            _ = try await line.model.offload(Twice(number: 2), priority: 0)
            let first = try await line.claim(1)
            #expect(first == [2])
        }
    }

    // MARK: Limits of each key

    @Test func noMoreJobsOfAKeyRunAtOnceThanItsLimit() async throws {
        try await withLine(0, limit: QueueLimit(key: "number", runningPerKey: 1)) { line in
            try await offload([1, 1, 1, 2, 2], line)
            let first = try await line.claim(10)
            #expect(first == [1, 4])
            try await line.reply(1)
            let next = try await line.claim(10)
            #expect(next == [2])
        }
    }

    @Test func noMoreJobsOfAKeyBeginThanItsRate() async throws {
        let rate = Rate(1, per: .hour, burst: 2)
        try await withLine(0, limit: QueueLimit(key: "number", ratePerKey: rate)) { line in
            try await offload([1, 1, 1, 2], line)
            let first = try await line.claim(10)
            #expect(first == [1, 2, 4])
            let none = try await line.claim(10)
            #expect(none == [])
            let seconds = try await line.nextDue()
            #expect(seconds > 3_000 && seconds <= 3_600)
            try await line.database.store.query(
                "update jobmachine.key_use set full_at = full_at - interval '1 hour'")
            let next = try await line.claim(10)
            #expect(next == [3])
        }
    }

    @Test func theTenantIsAKeyThatNoArgumentCanBe() async throws {
        try await withLine(0, limit: QueueLimit(key: QueueLimit.tenant, runningPerKey: 1)) { line in
            for tenant in ["acme", "acme", "beta"] {
                _ = try await line.model.acting(for: tenant).offload(Parcel(owner: .init(name: "x")))
            }
            let keys = try await line.keys()
            #expect(keys == ["acme", "acme", "beta"], "the function's limitKey names an argument")
            let first = try await line.claim(10)
            #expect(first == [1, 3])
            try await line.reply(1)
            let next = try await line.claim(10)
            #expect(next == [2])
            let error = await #expect(throws: ModelError.self) {
                try await line.model.limit("default", to: QueueLimit(key: ":user"))
            }
            #expect(error?.kind == "invalid")
        }
    }

    @Test func aJobWithoutAKeyHasNoLimitOfItsKey() async throws {
        let limit = QueueLimit(key: "owner", runningPerKey: 1)
        try await withLine(3, limit: limit) { line in
            let claimed = try await line.claim(10)
            #expect(claimed.count == 3)
        }
    }

    @Test func equalNumbersAreOneKey() async throws {
        try await withLine(0, limit: QueueLimit(key: "number", runningPerKey: 1)) { line in
            for number in ["1", "1.0", "1.00", "\"1\"", "10"] {
                try await line.run("offload('x.y', '{\"number\": \(number)}')")
            }
            let keys = try await line.keys()
            #expect(keys == ["1", "1", "1", "1", "10"])
            let claimed = try await line.claim(10)
            #expect(claimed == [1, 5])
        }
    }

    @Test func aLimitOfEachKeyCountsTheJobsThatRunAlready() async throws {
        try await withLine(0, limit: nil) { line in
            try await offload([1, 1, 2], line)
            let early = try await line.claim(1)
            #expect(early == [1])
            try await line.model.limit("default", to: QueueLimit(key: "number", runningPerKey: 1))
            let more = try await line.claim(10)
            #expect(more == [3])
        }
    }

    @Test func anotherKeyIsThatOfAllJobs() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            try await offload([1, 2], line)
            _ = try await line.claim(1)
            try await line.model.limit("default", to: QueueLimit(key: "owner"))
            let others = try await line.keys()
            #expect(others == ["", ""])
            try await line.model.limit("default", to: QueueLimit(running: 1))
            let none = try await line.keys()
            #expect(none == [nil, nil])
        }
    }

    @Test func aBeatKeepsNoJobThatHasItsKeyFromAClaim() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            try await offload([1, 2], line)
            let other = try await Connection.open(line.database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query(line.model.queue.beat(1, retention: Retention()))
            let claimed = try await line.claim(10)
            #expect(claimed == [1, 2])
            try await other.query("commit")
        }
    }

    @Test func aBeatWaitsForNoClaimThatCountsAKey() async throws {
        let limit = QueueLimit(key: "number", ratePerKey: Rate(1_000, per: .second))
        try await withLine(0, limit: limit) { line in
            try await offload([1, 1], line)
            _ = try await line.claim(1)
            try await line.database.store.query(
                "update jobmachine.key_use set full_at = full_at - interval '1 hour'")
            let other = try await Connection.open(line.database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query(line.model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await line.database.store.query(line.model.queue.beat(1, retention: Retention()))
            try await other.query("commit")
            let errors = try await line.database.store.rows(
                "select error from jobmachine.chores where name = 'djet.sort_keys'", as: String?.self)
            #expect(errors == [nil])
        }
    }

    @Test func aBeatGivesKeysAThousandAtATimeAndGoesOnWhileThereIsTime() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            try await line.database.store.query(
                """
                insert into jobmachine.job (id, position, kind, arguments)
                select n, n, 'x', jsonb_build_object('number', n % 3) from generate_series(10001, 12500) as one(n)
                """)
            let sort: Statement = "select jobmachine.sort_keys_until('default', now())"
            #expect(try await line.database.store.first(sort, as: Bool.self) == false)
            #expect(try await line.keys().count { $0 != nil } == 1_000)
            try await line.database.store.query(line.model.queue.beat(1, retention: Retention()))
            let keys = try await line.keys()
            #expect(keys.count == 2_500 && Set(keys) == ["0", "1", "2"])
            #expect(try await line.database.store.first(sort, as: Bool.self) == true)
        }
    }

    // MARK: The ways of a job into the line

    @Test func everyWayIntoTheLineGivesAKey() async throws {
        try await withLine(1, limit: nil) { line in
            try await line.model.limit("default", to: Self.byNumber)
            let early = try await line.keys()
            #expect(early == ["0"], "a job from before the limit")
            try await offload([1, 2], line)
            try await offload(.init(repeating: 7, count: 2_500), line)
            try await line.run("offload('x.y', '{\"number\": 5}')")
            let cancelled = try await line.model.offload(Twice(number: 8))
            try await line.model.cancel(cancelled.id)
            try await line.model.retry(cancelled.id)
            let keys = try await line.keys()
            #expect(keys.count == 2_505 && !keys.contains(nil))
            #expect(Set(keys) == ["0", "1", "2", "7", "5", "8"])
        }
    }

    @Test func aReplacedJobHasTheKeyOfItsNewArguments() async throws {
        try await withLine(0, limit: Self.byNumber) { line in
            let rule = Unique(key: "k", while: .waiting, otherwise: .replace)
            _ = try await line.model.offload(Twice(number: 1), unique: rule)
            _ = try await line.model.offload(Twice(number: 2), unique: rule)
            let keys = try await line.keys()
            #expect(keys == ["2"])
        }
    }

    @Test func aJobWhoseTransactionIsOlderThanTheLimitGetsItsKeyWithABeat() async throws {
        try await withLine(0, limit: nil) { line in
            let other = try await Connection.open(line.database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select jobmachine.offload('x.y', '{\"number\": 5}')")
            try await line.model.limit("default", to: Self.byNumber)
            try await other.query("commit")
            let keys = try await line.keys()
            #expect(keys == [nil])
            try await line.database.store.query(line.model.queue.beat(1, retention: Retention()))
            let mended = try await line.keys()
            #expect(mended == ["5"])
            let claimed = try await line.claim(1)
            #expect(claimed.count == 1)
        }
    }

    @Test func aFunctionNamesItsOwnKey() async throws {
        try await withLine(0, limit: QueueLimit(key: "number", runningPerKey: 1)) { line in
            _ = try await line.model.offload([
                Parcel(owner: .init(name: "ada")), Parcel(owner: .init(name: "ada")),
            ])
            try await offload([3], line)
            let keys = try await line.keys()
            #expect(keys == ["ada", "ada", "3"])
            let claimed = try await line.claim(10)
            #expect(claimed == [1, 3])
        }
    }
}
