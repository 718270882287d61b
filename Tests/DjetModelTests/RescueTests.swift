import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A worker or job that cannot be rescued does not block the rescue of others.
@Suite struct RescueTests {
    @Test(arguments: [
        ("'h', 1, array[repeat('x', 60)], 1", "“\(String(repeating: "x", count: 60))” is not a queue's name"),
        ("'h', 1, array['default', 'Slow'], 1", "“Slow” is not a queue's name"),
        ("'h', 1, array['a b'], 1", "“a b” is not a queue's name"),
        ("'h', 1, array['a', null], 1", "“null” is not a queue's name"),
        ("'h', 1, '{}', 1", "a worker must have 1 to 100 queues (got 0)"),
        (
            "'h', 1, array_fill('a'::text, array[101]), 1",
            "a worker must have 1 to 100 queues (got 101)"
        ),
        ("'', 1, '{a}', 1", "“” is not a host's name"),
        ("repeat('h', 256), 1, '{a}', 1", "“\(String(repeating: "h", count: 60))” is not a host's name"),
        ("null, 1, '{a}', 1", "“null” is not a host's name"),
        ("'h', null, '{a}', 1", "a worker's pid must be a number (got null)"),
        (
            "'h', 1, array[['z', 'y'], ['x', 'w']], 1",
            "a worker's queues must be a plain list of names (got {{z,y},{x,w}})"
        ),
        (
            "'h', 1, '[5:6]={a,b}'::text[], 1",
            "a worker's queues must be a plain list of names (got [5:6]={a,b})"
        ),
        ("'h', 1, '{a}', 0", "a worker's slots must be from 1 to 10,000 (got 0)"),
        ("'h', 1, '{a}', 10001", "a worker's slots must be from 1 to 10,000 (got 10001)"),
        (
            "'h', 1, '{a}', 1, null, '300000 years'",
            "a lease must be longer than zero and at most a day (got 300000 years)"
        ),
        (
            "'h', 1, '{a}', 1, null, '-1 second'",
            "a lease must be longer than zero and at most a day (got -00:00:01)"
        ),
    ]) func whatCannotBeAWorkerIsRefusedInWords(arguments: String, message: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    Statement(stringLiteral: "select jobmachine.register(\(arguments))"))
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
            #expect(error?.message == message)
            let left = try await amount(of: "jobmachine.worker", in: database)
            #expect(left == 0)
        }
    }

    @Test(arguments: [
        ("array['a,b'], 1", "worker_queues_are_names"),
        ("array[['a'], ['b']], 1", "worker_queues_are_a_list"),
        ("'[5:5]={a}', 1", "worker_queues_are_a_list"),
        ("'{a}', 10001", "worker_slots_are_ten_thousand_at_most"),
    ]) func theTableTakesNoOtherWorkersEither(values: String, constraint: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    Statement(
                        stringLiteral:
                            "insert into jobmachine.worker (host, pid, queues, slots) values ('h', 1, \(values))"
                    ))
            }
            #expect(error?.constraint == constraint)
        }
    }

    @Test func aWorkerThatCannotBeRescuedKeepsNobodyElseFromIt() async throws {
        try await withDatabase { database in
            for worker in 1...3 { try await database.enterWorker(worker) }
            let ticket = try await claimedJob(of: 2, in: database)
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function poison() returns trigger language plpgsql as $$
                        begin
                          raise exception 'worker % stays', old.id;
                        end
                        $$;
                        create trigger poison before delete on jobmachine.worker
                        for each row when (old.id = 1) execute function poison();
                        """)
            }
            try await database.store.query("select jobmachine.beat(3)")
            #expect(try await ticket.status == .entered)
            let left = try await database.store.rows(
                "select id from jobmachine.worker order by id", as: Int.self)
            #expect(left == [1, 3])
        }
    }

    @Test func aJobWhoseDeathCannotBeNotedComesBackWithTheOthers() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            let bad = try await claimedJob(of: 1, in: database)
            let good = try await claimedJob(of: 1, in: database)
            try await database.store.withConnection {
                try await $0.run(
                    script:
                        "alter table jobmachine.attempt add constraint poison check (job <> \(bad.id.number))"
                )
            }
            let rescued = try await database.store.first("select jobmachine.rescue(1)", as: Int.self)
            #expect(rescued == 2)
            for ticket in [bad, good] { #expect(try await ticket.status == .entered) }
        }
    }

    @Test func aJobWhoseFailureCannotBeNotedFailsAllTheSame() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            let ticket = try await claimedJob(of: 1, in: database)
            try await database.store.query(
                "alter table jobmachine.attempt add constraint poison check (attempt < 1)")
            try await database.store.query(
                database.model().queue.fail(
                    worker: 1, id: ticket.id.number, attempt: 1, failure: #"{"type": "t", "message": "m"}"#,
                    delay: .seconds(60)))
            let job = try await ticket.job
            #expect(job.status == .scheduled && job.error?.message == "m")
        }
    }

    @Test func aBeatMakesTodaysTablesBeforeItRescues() async throws {
        try await withDatabase { database in
            for worker in 1...2 { try await database.enterWorker(worker) }
            let ticket = try await claimedJob(of: 1, in: database)
            try await dropDays(in: database)
            try await database.store.query("select jobmachine.beat(2)")
            #expect(try await ticket.status == .entered)
            #expect(try await database.model().attempts(of: ticket.id).count == 1)
            let left = try await amount(of: "jobmachine.history_days()", in: database)
            #expect(left == 8)
        }
    }

    @Test func aDayIsMadeWhileOthersReadAndWriteTheOthers() async throws {
        try await withDatabase { database in
            try await dropDays(in: database)
            let reader = try await Connection.open(database.connectionString)
            defer { reader.close() }
            try await reader.query("begin")
            try await reader.query("lock table jobmachine.history, jobmachine.attempt in row exclusive mode")
            try await database.store.query("select jobmachine.keep_days()")
            let left = try await amount(of: "jobmachine.history_days()", in: database)
            #expect(left == 8)
        }
    }

    private func claimedJob(of worker: Int, in database: TestDatabase) async throws -> Ticket<String> {
        let model = database.model()
        let ticket = try await model.offload(Echo(text: "a"))
        try await database.store.query(
            model.queue.claim("default", worker: worker, amount: 1, floors: []))
        return ticket
    }

    private func amount(of table: String, in database: TestDatabase) async throws -> Int? {
        try await database.store.first(
            Statement(stringLiteral: "select count(*) from \(table)"), as: Int.self)
    }

    private func dropDays(in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    do $$
                    declare
                      part regclass;
                    begin
                      for part in
                        select i.inhrelid::regclass from pg_inherits i
                        where i.inhparent in ('jobmachine.history'::regclass, 'jobmachine.attempt'::regclass)
                      loop
                        execute format('drop table %s', part);
                      end loop;
                    end
                    $$
                    """)
        }
    }
}
