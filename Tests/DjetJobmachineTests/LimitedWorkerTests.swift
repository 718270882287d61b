import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Workers under limits, and workers of branches.
@Suite struct LimitedWorkerTests {
    /// A job that counts how many run beside it: in all, and of its key.
    struct Crowd: ModelFunction {
        static let name = "test.crowd"
        static let commit = Commit.detached
        private static let running = Guarded<[String: [Int]]>([:])

        var crowd: String
        var key: Int

        /// Returns the number of jobs that ran at once when it began: of its crowd, and of its key.
        func run(in model: Model) async throws -> [Int] {
            let company = Self.running.withLock { running in
                running[crowd, default: []].append(key)
                let all = running[crowd] ?? []
                return [all.count, all.count { $0 == key }]
            }
            defer {
                Self.running.withLock { running in
                    if let index = running[crowd]?.firstIndex(of: key) { running[crowd]?.remove(at: index) }
                }
            }
            for _ in 0..<20 { await Task.yield() }
            return company
        }
    }

    private static func configuration(_ queues: [String], slots: Int = 10) -> WorkerConfiguration {
        WorkerConfiguration(queues: queues, slots: slots, grace: .seconds(5))
    }

    @Test func workersTogetherKeepToTheLimits() async throws {
        try await withDatabase(connections: 30) { database in
            let model = database.model([Crowd.self])
            try await model.limit("default", to: QueueLimit(running: 3, key: "key", runningPerKey: 1))
            let tickets = try await model.offload((0..<200).map { Crowd(crowd: "a", key: $0 % 5) })
            try await withWorker(model) {
                try await withWorker(database.model([Crowd.self])) {
                    for ticket in tickets {
                        let company = try await ticket.value
                        #expect(company[0] <= 3 && company[1] == 1)
                    }
                }
            }
        }
    }

    @Test(.endsWithTheSuite) func aLimitThatIsLockedKeepsNoWorkerFromItsOtherQueues() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await model.limit("a", to: QueueLimit(running: 1))
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query("select from jobmachine.queue_use for update")
            try await withWorker(model, configuration: Self.configuration(["a", "b"])) {
                let limited = try await model.offload(Twice(number: 1), on: "a")
                for number in 2...3 {
                    let other = try await model.offload(Twice(number: number), on: "b")
                    let value = try await other.value(within: .seconds(20))
                    #expect(value == 2 * number)
                }
                try await stranger.query("rollback")
                let value = try await limited.value(within: .seconds(20))
                #expect(value == 2)
            }
        }
    }

    @Test func aPlaceThatBecomesFreeWakesTheWorkerOfAnotherQueue() async throws {
        try await withDatabase(connections: 30) { database in
            let model = database.model(testFunctions)
            try await model.limit("gl", to: QueueLimit(running: 1))
            try await withWorker(model, configuration: Self.configuration(["gl.a"])) {
                let first = try await model.offload(SleepAnHour(), on: "gl.a")
                try await database.wait(on: "jobmachine.\(first.id)") {
                    try await first.status == .processing
                }
                try await withWorker(model, configuration: Self.configuration(["gl.b"])) {
                    let second = try await model.offload(Echo(text: "b"), on: "gl.b")
                    try await model.cancel(first.id)
                    let value = try await second.value
                    #expect(value == "b")
                }
            }
        }
    }

    @Test func aRateWakesItsWorkersByItself() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await model.limit("default", to: QueueLimit(rate: Rate(20, per: .second)))
            let tickets = try await model.offload((0..<10).map { Twice(number: $0) })
            try await withWorker(model) {
                let values = try await tickets.asyncValues()
                #expect(values == (0..<10).map { $0 * 2 })
            }
            let gaps = try await database.store.rows(
                """
                select extract(epoch from h.claimed_at - lag(h.claimed_at) over (order by h.claimed_at))::float8
                from jobmachine.history h order by h.claimed_at offset 1
                """, as: Double.self)
            #expect(gaps.count == 9 && gaps.reduce(0, +) >= 0.44, "\(gaps)")
        }
    }

    @Test func aWorkerOfABranchHearsTheFirstJobOfANewQueue() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await withWorker(model, configuration: Self.configuration(["gl.*"])) {
                for queue in ["gl", "gl.tax", "gl.tax.vat", "gl.tax"] {
                    let ticket = try await model.offload(Echo(text: queue), on: queue)
                    let value = try await ticket.value
                    #expect(value == queue)
                }
                let number = try await database.store.first(
                    "select jobmachine.offload('test.twice', '{\"number\": 4}', 'gl.sql')", as: Int64.self)
                let id = TicketID(queue: "gl.sql", number: try #require(number))
                let value = try await model.ticket(id, of: Int.self).value
                #expect(value == 8)
            }
        }
    }

    @Test func aWorkerOfABranchFindsWhatWasThereBefore() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"), on: "gl.tax")
            try await withWorker(model, configuration: Self.configuration(["gl.*"])) {
                let value = try await ticket.value
                #expect(value == "a")
            }
        }
    }
}

extension [Ticket<Int>] {
    /// Returns the values, in order.
    fileprivate func asyncValues() async throws -> [Int] {
        var values: [Int] = []
        for ticket in self { values.append(try await ticket.value) }
        return values
    }
}
