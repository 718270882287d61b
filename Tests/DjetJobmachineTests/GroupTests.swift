import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs that share a transaction.
@Suite struct GroupTests {
    /// Writes a row, and fails if `fails` is true.
    struct Grouped: ModelFunction {
        static let name = "test.grouped"
        static let commit = Commit.atomic(group: 20)
        static let retry = Retry.never
        var number: Int
        var fails: Bool

        func run(in model: Model) async throws -> String {
            try await model.database.query("insert into effect (label) values (\("\(number)"))")
            if fails { throw ModelError.conflict("number \(number) fails") }
            // Jobs that share a transaction return the same id.
            return try await model.database.first("select txid_current()::text", as: String.self) ?? ""
        }
    }

    /// Writes a row without waiting for the answer; the row of number 7 is invalid.
    struct Posting: ModelFunction {
        static let name = "test.posting"
        static let commit = Commit.atomic(group: 50)
        static let retry = Retry.never
        var number: Int
        /// True to query the database afterwards.
        var looks = false

        func run(in model: Model) async throws -> Int {
            try await model.database.post(
                "insert into effect (label) values (nullif(\("\(number)"), '7'))")
            return looks ? try await model.database.first("select \(number)", as: Int.self) ?? -1 : number
        }
    }

    /// Waits for a lock if its number is 200.
    struct Halting: ModelFunction {
        static let name = "test.halting"
        static let commit = Commit.atomic(group: 20)
        var number: Int

        func run(in model: Model) async throws -> Int {
            if number == 200 { try await model.database.query("select pg_advisory_xact_lock(4711)") }
            return number
        }
    }

    private func withGroups(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await body(database, database.model([Grouped.self, Posting.self]))
        }
    }

    /// Offloads jobs that write a row. The first ones are quick, so that later ones are claimed ahead.
    private func offload(_ count: Int, to model: Model, failing: Set<Int>) async throws -> [Ticket<String>] {
        try await model.offload((0..<count).map { Grouped(number: $0, fails: failing.contains($0)) })
    }

    @Test func eachHasItsEffectOnceAndAFailingOneIsUndoneAlone() async throws {
        try await withGroups { database, model in
            let failing: Set<Int> = [7, 150, 151, 399]
            let tickets = try await offload(400, to: model, failing: failing)
            try await withWorker(model, configuration: .init(slots: 2)) {
                var transactions: Set<String> = []
                for (number, ticket) in tickets.enumerated() {
                    do {
                        transactions.insert(try await ticket.value)
                        #expect(!failing.contains(number))
                    } catch let error as ModelError {
                        #expect(error == .conflict("number \(number) fails"))
                        #expect(failing.contains(number))
                    }
                }
                #expect(transactions.count < 396, "none shared a transaction")
            }
            let labels = try await database.store.rows("select label from effect", as: String.self)
            #expect(Set(labels).count == labels.count)
            #expect(Set(labels) == Set((0..<400).filter { !failing.contains($0) }.map(String.init)))
        }
    }

    /// The failure shows only at a later statement, which may be another job's.
    @Test(arguments: [[], [8], [9, 300], [7]])
    func whatWasPostedInVainIsTheFailureOfItsOwnJob(looking: Set<Int>) async throws {
        try await withGroups { database, model in
            let tickets = try await model.offload(
                (0..<400).map { Posting(number: $0, looks: looking.contains($0)) })
            try await withWorker(model, configuration: .init(slots: 1)) {
                for (number, ticket) in tickets.enumerated() where number != 7 {
                    let value = try await ticket.value
                    #expect(value == number)
                }
                let failure = await #expect(throws: JobError.self) { try await tickets[7].value }
                #expect("\(String(describing: failure))".contains("label"))
            }
            let labels = try await database.store.rows("select label from effect", as: String.self)
            #expect(labels.count == 399)
            #expect(Set(labels) == Set((0..<400).filter { $0 != 7 }.map(String.init)))
        }
    }

    @Test func ifTheFenceRefusesOneTheOthersAreDoneAllTheSame() async throws {
        try await withGroups { database, model in
            let worker = try #require(
                try await model.store.first(
                    model.queue.register(host: "h", process: 1, queues: ["default"], slots: 5, worker: nil),
                    as: Int.self))
            let tickets = try await offload(3, to: model, failing: [])
            let ids = tickets.map(\.id.number)
            _ = try await model.store.query(
                model.queue.claim("default", worker: worker, amount: 3, floors: []))
            let statement = model.queue.replyOrRaise(
                worker: worker, ids: ids, attempts: [1, 2, 1], replies: ["1", "2", "3"])
            let error = try await #require(throws: StoreError.self) { try await model.store.query(statement) }
            #expect(error.sqlState?.rawValue == "DJF01")
            #expect(error.message.contains("\(ids[1])"))
            #expect(try await tickets[0].status == .processing, "nothing of it is stored")
        }
    }

    @Test func aRowThatSomebodyKeepsLockedHoldsUpItsOwnJobAlone() async throws {
        try await withDatabase { database in
            let model = database.model([Halting.self])
            // All others have ended then; nothing of its group is stored yet.
            let isAtTheGate: Statement = """
                select exists (
                    select
                    from pg_locks
                    where database = (select oid from pg_database where datname = current_database())
                      and locktype = 'advisory'
                      and not granted)
                  and (select count(*) from jobmachine.job) <= 20
                """
            try await withWorker(model, configuration: .init(slots: 2)) {
                let last = try await database.store.transaction { connection in
                    try await connection.query("select pg_advisory_lock(4711)")
                    let tickets = try await model.offload((0..<300).map { Halting(number: $0) })
                    try await until(orElse: "the last group is not at the gate") {
                        try await connection.first(isAtTheGate, as: Bool.self) == true
                    }
                    let locked = try #require(
                        try await connection.first(
                            "select id from jobmachine.job where id <> \(tickets[200].id.number) limit 1 for update",
                            as: Int64.self))
                    try await connection.query("select pg_advisory_unlock(4711)")
                    for ticket in tickets where ticket.id.number != locked { _ = try await ticket.value }
                    let last = try #require(tickets.first { $0.id.number == locked })
                    #expect(try await last.status != .finished)
                    return last
                }
                _ = try await last.value
            }
        }
    }

    @Test func aCallOfAGroupedFunctionIsATransactionOfItsOwn() async throws {
        try await withGroups { database, model in
            await #expect(throws: ModelError.conflict("number 1 fails")) {
                try await model.call(Grouped(number: 1, fails: true))
            }
            _ = try await model.call(Grouped(number: 2, fails: false))
            #expect(try await database.store.rows("select label from effect", as: String.self) == ["2"])
        }
    }
}
