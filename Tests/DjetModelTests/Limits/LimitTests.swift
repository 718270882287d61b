import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The limits of queues, as claims obey them.
@Suite struct LimitTests {
    // MARK: Running jobs

    @Test func noMoreJobsRunAtOnceThanTheLimitAllows() async throws {
        try await withLine(6, limit: QueueLimit(running: 3)) { line in
            let first = try await line.claim(10)
            #expect(first.count == 3)
            let none = try await line.claim(10)
            #expect(none == [])
            try await line.reply(first[0])
            let next = try await line.claim(10)
            #expect(next.count == 1, "an end gives its place to another")
        }
    }

    @Test(arguments: ["fail", "snooze", "release", "rescue", "cancel"])
    func whateverEndsAnAttemptGivesItsPlaceBack(way: String) async throws {
        try await withLine(3, limit: QueueLimit(running: 1)) { line in
            let job = try #require(try await line.claim(10).first)
            let rings = line.database.store.listener.rings(on: ["jobmachine.default"])
            var heard = rings.makeAsyncIterator()
            #expect(await heard.next() == .began)
            switch way {
            case "fail": try await line.run("fail(1, \(job), 1, '{}', interval '1 hour')")
            case "snooze": try await line.run("snooze(1, \(job), 1, interval '1 hour')")
            case "release": try await line.run("release(1, array[\(job)]::bigint[], array[1])")
            case "rescue":
                try await line.run("rescue(1)")
                try await line.database.enterWorker(1)
            default:
                try await line.run("cancel(\(job))")
                try await line.run("fail(1, \(job), 1, '{}')")
            }
            #expect(await heard.next() == .rang(channel: "jobmachine.default"), "whoever waits hears of it")
            let next = try await line.claim(10)
            #expect(next.count == 1)
        }
    }

    @Test func jobsThatRunAlreadyCount() async throws {
        try await withLine(5, limit: nil) { line in
            let early = try await line.claim(2)
            #expect(early.count == 2)
            try await line.model.limit("default", to: QueueLimit(running: 3))
            let more = try await line.claim(10)
            #expect(more.count == 1)
            let queue = try #require(try await line.model.queues().first)
            #expect(queue.limit == QueueLimit(running: 3) && queue.inUse == 3)
        }
    }

    @Test func aClaimUnderWayCountsWhenTheLimitChanges() async throws {
        try await withLine(10, limit: QueueLimit(running: 5)) { line in
            let other = try await Connection.open(line.database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query(line.model.queue.claim("default", worker: 1, amount: 10, floors: []))
            async let change: Void = line.model.limit("default", to: QueueLimit(running: 3))
            _ = try await line.database.blocked(like: "%set_limit(%")
            try await other.query("commit")
            try await change
            let none = try await line.claim(10)
            #expect(none == [], "five run, and three may")
        }
    }

    @Test func jobsThatRunFarBehindTheHeadOfALineAreSeen() async throws {
        try await withLine(0, limit: QueueLimit(key: "number")) { line in
            try await line.database.store.query(
                """
                select jobmachine.offload_many(
                  'test.twice', array(select '{"number": 1}'::jsonb from generate_series(1, 5500)))
                """)
            _ = try await line.model.offload(Twice(number: 2))
            let claimed = try await line.claim(2)
            let running = try await line.database.store.rows(
                "select id from jobmachine.running() order by 1", as: Int64.self)
            #expect(claimed.count == 2 && running == claimed)
            try await line.run("rescue(1)")
            let rest = try await line.database.store.first(
                "select count(*) from jobmachine.running()", as: Int.self)
            #expect(rest == 0)
        }
    }

    @Test func aLimitIsRemoved() async throws {
        try await withLine(5, limit: QueueLimit(running: 1)) { line in
            let first = try await line.claim(10)
            #expect(first.count == 1)
            try await line.model.limit("default", to: QueueLimit())
            let rest = try await line.claim(10)
            #expect(rest.count == 4)
            let queue = try #require(try await line.model.queues().first)
            #expect(queue.limit.isEmpty && queue.inUse == nil)
        }
    }

    @Test func aClaimOfABusyWorkerBeginsAboveItsFloors() async throws {
        try await withLine(4, limit: QueueLimit(running: 2)) { line in
            let positions = try await line.database.store.rows(
                "select position from jobmachine.job order by id", as: Int64.self)
            var floors = [Int64](repeating: -1, count: 10)
            floors[4] = positions[1]
            let above = try await line.claim(10, floors: floors)
            #expect(above == [3, 4])
        }
    }

    /// Each claim leaves a dead version of the limit's row behind, and a snapshot keeps them all.
    @Test func aClaimReadsNoMoreUnderAnOldSnapshot() async throws {
        try await withLine(4, limit: QueueLimit(running: 1_000)) { line in
            let session = try await Connection.open(line.database.connectionString)
            defer { session.close() }
            let holder = try await Connection.open(line.database.connectionString)
            defer { holder.close() }
            try await holder.query("begin transaction isolation level repeatable read")
            try await holder.query("select 1 from pg_class limit 1")
            func blocks() async throws -> Int {
                let plan = try await session.rows(
                    "explain (analyze, buffers) select jobmachine.claim('default', 1, 1)", as: String.self)
                let buffers = try #require(plan.first { $0.contains("shared hit=") })
                let hits = try #require(buffers.split(separator: "hit=").last?.prefix { $0.isNumber })
                return try #require(Int(hits))
            }
            // The first call of a session reads the catalog, too.
            _ = try await blocks()
            let few = try await blocks()
            for _ in 0..<1_000 {
                try await session.query("update jobmachine.queue_use set number = default")
            }
            _ = try await blocks()
            let many = try await blocks()
            #expect(many < few + 100, "\(few) blocks before, \(many) after")
        }
    }

    // MARK: Rates

    @Test func noMoreJobsBeginThanTheRateAllows() async throws {
        try await withLine(5, limit: QueueLimit(rate: Rate(1, per: .hour, burst: 2))) { line in
            let burst = try await line.claim(10)
            #expect(burst.count == 2)
            let none = try await line.claim(10)
            #expect(none == [])
            let seconds = try await line.nextDue()
            #expect(seconds > 3_000 && seconds <= 3_600, "a worker sleeps until the next token")
            try await line.database.store.query(
                "update jobmachine.queue_use set full_at = full_at - interval '1 hour'")
            let next = try await line.claim(10)
            #expect(next.count == 1)
        }
    }

    @Test func aNewRateHoldsAtOnce() async throws {
        try await withLine(2, limit: QueueLimit(rate: Rate(1, per: .day))) { line in
            _ = try await line.claim(10)
            try await line.model.limit("default", to: QueueLimit(rate: Rate(1, per: .minute)))
            let seconds = try await line.nextDue()
            #expect((0...60).contains(seconds), "not the rest of the day")
        }
        let keyed = QueueLimit(key: "number", ratePerKey: Rate(1, per: .day))
        try await withLine(0, limit: keyed) { line in
            _ = try await line.model.offload([Twice(number: 1), Twice(number: 1)])
            let first = try await line.claim(10)
            #expect(first == [1])
            try await line.model.limit(
                "default", to: QueueLimit(key: "number", ratePerKey: Rate(1, per: .minute)))
            let seconds = try await line.nextDue()
            #expect((0...60).contains(seconds))
        }
    }

    @Test func anEmptyLineIsNotWaitedFor() async throws {
        try await withLine(1, limit: QueueLimit(rate: Rate(1, per: .hour))) { line in
            let first = try await line.claim(10)
            #expect(first.count == 1)
            let due = try await line.database.store.first(
                line.model.queue.promote(["default"]), as: Double?.self)
            #expect(due == .some(nil))
        }
    }

    @Test func aRateWakesNobodyForJobsThatSomethingElseKeeps() async throws {
        let rate = Rate(1_000, per: .second)
        try await withLine(3, limit: QueueLimit(running: 1, rate: rate)) { line in
            _ = try await line.claim(10)
            let withoutRoom = try await line.nextDue()
            #expect(withoutRoom == -1)
            try await line.model.limit("default", to: QueueLimit(rate: rate))
            let withRoom = try await line.nextDue()
            #expect(withRoom > 0)
            try await line.model.pause("default")
            let paused = try await line.nextDue()
            #expect(paused == -1)
        }
    }

    @Test func aRateWakesNobodyForKeysThatHaveTheirLimit() async throws {
        let limit = QueueLimit(key: "number", runningPerKey: 1, rate: Rate(1_000, per: .second))
        try await withLine(0, limit: limit) { line in
            _ = try await line.model.offload([Twice(number: 1), Twice(number: 1)])
            let first = try await line.claim(10)
            #expect(first == [1])
            let none = try await line.nextDue()
            #expect(none == -1)
            _ = try await line.model.offload(Twice(number: 2))
            let some = try await line.nextDue()
            #expect(some > 0)
        }
    }

    @Test func aClockThatJumpsBackEmptiesNoBucketForLong() async throws {
        try await withLine(1, limit: QueueLimit(rate: Rate(1, per: .second))) { line in
            let tokens = try await line.database.store.first(
                "select jobmachine.tokens((10, 1, 5)::jobmachine.rate, clock_timestamp() + interval '1 year')",
                as: Int.self)
            #expect(tokens == 0)
            let late = try await line.database.store.first(
                """
                select jobmachine.full_after((10, 1, 5)::jobmachine.rate, clock_timestamp() + interval '1 year', 1)
                  <= clock_timestamp() + interval '600 milliseconds'
                """, as: Bool.self)
            #expect(late == true, "it is full within the time of one burst")
        }
    }

    // MARK: Words

    @Test func aLimitThatNoneCanHaveIsRefused() async throws {
        try await withDatabase { database in
            let model = database.model()
            let wrong: [(String, QueueLimit, String)] = [
                ("Not one", QueueLimit(running: 1), "is not a queue's name"),
                ("q", QueueLimit(running: 0), "must be from 1 to 1,000,000 (got 0)"),
                ("q", QueueLimit(running: 1_000_001), "must be from 1 to 1,000,000 (got 1000001)"),
                (
                    "q", QueueLimit(running: 1, key: "a", runningPerKey: 1 << 40),
                    "must be from 1 to 1,000,000"
                ),
                ("q", QueueLimit(runningPerKey: 1), "needs a key"),
                ("q", QueueLimit(key: "a b"), "is not the name of an argument"),
                ("q", QueueLimit(key: "a..b"), "is not the name of an argument"),
                ("q", QueueLimit(key: "a."), "is not the name of an argument"),
                ("q", QueueLimit(rate: Rate(0, per: .second)), "is not a rate"),
                ("q", QueueLimit(rate: Rate(1, per: .second, burst: 0)), "is not a rate"),
            ]
            for (queue, limit, words) in wrong {
                let error = await #expect(throws: ModelError.self) { try await model.limit(queue, to: limit) }
                #expect(
                    error.map { "\($0)" }?.contains(words) == true, "\(words): \(String(describing: error))")
            }
        }
    }

    @Test(arguments: [
        "running => 2147483647", "running => 0", "running => 1, key => 'a', key_running => 1000001",
    ])
    func norDoesSQLTakeOne(values: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    Statement(text: "select jobmachine.set_limit('q', \(values))"))
            }
            #expect(
                error?.message.hasPrefix("a limit of running jobs must be from 1 to 1,000,000 (got") == true)
            try await database.model().limit("q", to: QueueLimit(running: 1_000_000))
        }
    }

    @Test func aRateIsReadAndWritten() {
        #expect(Rate("10/s") == Rate(10, per: .second))
        #expect(Rate("500/h burst 20") == Rate(500, per: .hour, burst: 20))
        #expect(Rate("500/h burst 20")?.description == "500/h burst 20")
        for text in [
            "", "10", "10/", "/s", "0/s", "10/y", "10/s burst", "10/s burst 0", "1000000/s", " 10/s",
        ] {
            #expect(Rate(text) == nil, "\(text)")
        }
        let limit = QueueLimit(
            running: 3, key: "customer", runningPerKey: 1, rate: Rate(10, per: .second),
            ratePerKey: Rate(2, per: .minute))
        #expect(limit.description == "3 at once, 10/s, by customer: 1 at once, 2/min")
        #expect(QueueLimit(key: "customer").description == "by customer")
    }
}
