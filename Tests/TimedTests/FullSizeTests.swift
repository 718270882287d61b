import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The promises of schedules, unique jobs, limits and chains, at full size and while workers are killed.
@Suite(.endsWithTheSuite) struct FullSizeTests {
    @Test func aScheduleOfEverySecondHasOneJobASecondThoughWorkersAreKilled() async throws {
        try await withDatabase { database in
            let model = database.model()
            var workers = try WorkerProcesses(2, on: database)
            try await model.addSchedule(
                "ticks",
                ScheduleDraft(
                    rule: "* * * * * *", kind: Twice.name, arguments: #"{"number": 1}"#, missed: .all,
                    overlap: .allow))
            for second in stride(from: 5, to: 60, by: 5) {
                try await ended(second, in: database)
                try workers.replaceOne()
            }
            try await ended(60, in: database)
            try await model.pauseSchedule("ticks")
            try await until(orElse: "the jobs do not end") {
                try await database.store.first("select count(*) from jobmachine.job", as: Int.self) == 0
            }
            #expect(await workers.stop())
            let rows = try await database.store.query(
                """
                with tick as (
                  select (h.environment #>> '{schedule,due}')::timestamptz as due, h.status
                  from jobmachine.history h
                )
                select count(*), count(distinct t.due)
                from tick t
                where t.status = 'finished' and t.due < (select min(due) from tick) + interval '60 seconds'
                """)
            let amounts = try (rows[0].value(0, as: Int.self), rows[0].value(1, as: Int.self))
            #expect(amounts == (60, 60))
        }
    }

    /// A thousand jobs take two minutes: as many run if `DJET_FULL_SIZE` is set.
    @Test func workersThatAreKilledKeepToTheLimits() async throws {
        let isFull = ProcessInfo.processInfo.environment["DJET_FULL_SIZE"] != nil
        let amount = isFull ? 1_000 : 200
        try await withDatabase { database in
            try await database.store.withConnection { try await $0.run(script: Self.notesOfClaims) }
            let model = database.model()
            let rate = Rate(10, per: .second, burst: 1)
            try await model.limit(
                "default", to: QueueLimit(running: 3, key: "customer", runningPerKey: 1, rate: rate))
            _ = try await model.offload((0..<amount).map { Dwell(customer: $0 % 7) })
            var workers = try WorkerProcesses(4, slots: 10, on: database)
            for milestone in stride(from: 30, to: amount, by: 30) {
                try await ended(milestone, in: database)
                try workers.replaceOne()
            }
            try await ended(amount, in: database)
            #expect(await workers.stop())
            let finished = try await database.store.first(
                "select count(distinct id) from jobmachine.history where status = 'finished'", as: Int.self)
            #expect(finished == amount)
            let most = try await database.store.query(
                "select max(running), max(of_customer) from public.claimed")
            let overlaps = try (most[0].value(0, as: Int.self), most[0].value(1, as: Int.self))
            #expect(overlaps == (3, 1))
            // A claim is noted a moment after its token was taken.
            let shortest = try await database.store.first(
                """
                select min(extract(epoch from at - tenth_before))::float8
                from (select at, lag(at, 10) over (order by at) as tenth_before from public.claimed) as claim
                """, as: Double.self)
            #expect(try #require(shortest) > 0.95, "eleven began in less than a second")
        }
    }

    @Test func aHundredSessionsOfPsqlThatOffloadOneKeyGetOneTicket() async throws {
        try await withDatabase { database in
            let command = """
                for each in $(seq 100); do
                  psql -XAtq "$0" -c "select ticket from jobmachine.offload_unique('test.twice', key => 'one')" &
                done 2>&1
                wait
                """
            let clients = try TestProcess(
                "sh", ["-c", command, database.connectionString], isBuiltHere: false)
            let tickets = try await clients.text().split(separator: "\n")
            #expect(tickets.count == 100 && Set(tickets).count == 1, "\(tickets)")
            let jobs = try await database.store.rows(
                "select ticket from jobmachine.jobs", as: String.self)
            #expect(jobs == tickets.prefix(1).map(String.init))
        }
    }

    @Test func aChainOfTenThousandCompletes() async throws {
        try await withWorker(of: testFunctions) { database, model in
            try await database.store.query(
                """
                do $$
                declare
                  last bigint;
                begin
                  for number in 1..10000 loop
                    last := jobmachine.offload(
                      'test.twice', jsonb_build_object('number', number),
                      after => case when number > 1 then array[last] end);
                  end loop;
                end
                $$
                """)
            let last = TicketID(queue: "default", number: 10_000)
            let value = try await model.ticket(last, of: Int.self).value
            #expect(value == 20_000)
            let inOrder = try await database.store.first(
                """
                select count(*)
                from jobmachine.history h
                join jobmachine.history next on next.id = h.id + 1 and next.finished_at > h.finished_at
                """, as: Int.self)
            #expect(inOrder == 9_999)
        }
    }

    private func ended(_ amount: Int, in database: TestDatabase) async throws {
        try await until(orElse: "fewer than \(amount) jobs ended") {
            let ended = try await database.store.first(
                "select count(*) from jobmachine.history", as: Int.self)
            return ended ?? 0 >= amount
        }
    }

    /// Notes at each claim how many jobs run, and how many of the same customer. Claims under one limit come
    /// one after the other, so that each sees those before it.
    private static let notesOfClaims = """
        create table public.claimed (
          at timestamptz not null default clock_timestamp(),
          running bigint not null,
          of_customer bigint not null
        );

        create function public.note_claim() returns trigger language plpgsql as $$
        begin
          insert into public.claimed (running, of_customer)
          select count(*), count(*) filter (where j.limit_key = new.limit_key)
          from jobmachine.job j
          where j.worker is not null;
          return null;
        end $$;

        create trigger claimed after update of worker on jobmachine.job
        for each row when (new.worker is not null)
        execute function public.note_claim();
        """
}
