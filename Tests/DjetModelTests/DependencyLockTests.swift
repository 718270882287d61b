import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs that wait for others, while the transactions that end those have old snapshots, deadlock or fail.
@Suite struct DependencyLockTests {
    @Test(arguments: [true, false])
    func whatEndsInATransactionThatBeganBeforeIsHeardOf(isFinished: Bool) async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await claimed(1, in: database)[0]
            let old = try await Connection.open(database.connectionString)
            defer { old.close() }
            try await old.query("begin isolation level repeatable read")
            try await old.query("select from jobmachine.job")
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            try await database.store.query(model.queue.promote(["default"]))
            #expect(try await unsettled(in: database) == 0)
            try await old.query(
                isFinished
                    ? model.queue.replyOrRaise(worker: 1, id: first.id.number, attempt: 1, reply: "1")
                    : "select jobmachine.fail(1, \(first.id.number), 1, '{}')")
            try await old.query("commit")
            #expect(try await second.status == .waiting, "its row was not to be seen")
            try await database.store.query("select jobmachine.beat(1)")
            #expect(try await second.status == (isFinished ? .entered : .error))
            let left = try await database.store.first(
                "select count(*) from jobmachine.blind_end", as: Int.self)
            #expect(left == 0, "it is not looked at for ever")
        }
    }

    @Test func thoseThatEndLeaveALockedOneThatWaitsToBeSettled() async throws {
        try await withDatabase { database in
            let model = database.model()
            let needed = try await claimed(2, in: database).map(\.id.number)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"))
            try await wait([(needed[0], second.id.number), (needed[1], first.id.number)], in: database)
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query(
                "select from jobmachine.dependency where job = \(first.id.number) for update")
            let replies = try await database.store.query(
                model.queue.reply(worker: 1, ids: needed, attempts: [1, 1], replies: ["1", "1"]))
            #expect(replies.count == 2)
            let left: Statement = "select job from jobmachine.dependency"
            #expect(try await database.store.rows(left, as: Int64.self) == [first.id.number])
            #expect(
                try await database.store.first("select is_certain from jobmachine.settle()", as: Bool.self)
                    == false)
            try await other.query("commit")
            #expect(
                try await database.store.first("select is_certain from jobmachine.settle()", as: Bool.self)
                    == true)
            #expect(try await database.store.rows(left, as: Int64.self) == [])
        }
    }

    @Test func oneSettlesAtATime() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Echo(text: "a"))
            _ = try await model.offload(Echo(text: "b"), after: [first.id])
            let settle: Statement = "select is_certain from jobmachine.settle()"
            try await database.store.transaction { connection async throws in
                #expect(try await connection.first(settle, as: Bool.self) == true)
                #expect(try await database.store.first(settle, as: Bool.self) == false, "and does not wait")
            }
            #expect(try await database.store.first(settle, as: Bool.self) == true)
        }
    }

    @Test func aRowThatCannotBeSettledKeepsNoJobFromTheLine() async throws {
        try await withDatabase { database in
            let ticket = try await database.model().offload(Echo(text: "a"))
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        update jobmachine.job set position = null;
                        insert into jobmachine.dependency (needs, job, is_settled) values (4711, 4712, false);
                        create function poison() returns trigger language plpgsql as $$
                        begin
                          raise exception 'it stays';
                        end
                        $$;
                        create trigger poison before update or delete on jobmachine.dependency
                        for each row execute function poison();
                        """)
            }
            let wait = try await database.store.first(
                "select jobmachine.promote('{default}')", as: Double.self)
            #expect(wait == 0)
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func aJobInLineOfWhichARowSaysThatItWaitsStaysInLine() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await claimed(1, in: database)[0].id.number
            let second = try await model.offload(Echo(text: "b"))
            try await wait([(first, second.id.number)], in: database)
            let position: Statement = "select position from jobmachine.job where id = \(second.id.number)"
            let before = try await database.store.first(position, as: Int.self)
            try await database.store.query(
                model.queue.reply(worker: 1, ids: [first], attempts: [1], replies: ["1"]))
            #expect(try await database.store.first(position, as: Int.self) == before)
            #expect(try await second.status == .entered)
        }
    }

    /// Returns the tickets of jobs that worker 1 has claimed.
    private func claimed(_ amount: Int, in database: TestDatabase) async throws -> [Ticket<Int>] {
        let model = database.model()
        let tickets = try await model.offload((0..<amount).map { Twice(number: $0) })
        try await database.enterWorker(1)
        try await database.store.query(model.queue.claim("default", worker: 1, amount: amount, floors: []))
        return tickets
    }

    /// Writes the dependency of each pair's second job on the first, and nothing else.
    private func wait(_ pairs: [(Int64, Int64)], in database: TestDatabase) async throws {
        for (needs, job) in pairs {
            try await database.store.query(
                "insert into jobmachine.dependency (needs, job) values (\(needs), \(job))")
        }
    }

    private func unsettled(in database: TestDatabase) async throws -> Int? {
        try await database.store.first(
            "select count(*) from jobmachine.dependency where not is_settled", as: Int.self)
    }
}
