import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Due schedules, fired by whoever looks first.
@Suite struct FiringTests {
    @Test(.endsWithTheSuite, arguments: zip(Schedule.Missed.allCases, [1, 10, 0]))
    func afterTenMinutesWithoutAWorker(_ missed: Schedule.Missed, _ amount: Int) async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database, missed: missed)
            try await passBy("10 minutes", in: database)
            try await look(in: database)
            let jobs = try await jobs(in: database)
            #expect(jobs == amount)
            let next = try await database.store.first(
                "select next_at - now() between '0' and '1 minute' from jobmachine.schedule", as: Bool.self)
            #expect(next == true)
            let skipped = try await model.schedule("minutely").skippedAt
            #expect((skipped != nil) == (missed == .none))
        }
    }

    @Test func aThousandMissedTimesAreMadeUpForByLooksOfAHundred() async throws {
        try await withDatabase { database in
            _ = try await addMinutely(to: database, missed: .all)
            try await passBy("250 minutes", in: database)
            try await look(in: database)
            let first = try await jobs(in: database)
            #expect(first == 100)
            try await look(in: database)
            try await look(in: database)
            let dues = try await database.store.first(
                "select count(distinct run_at) from jobmachine.job", as: Int.self)
            #expect(dues == 250)
        }
    }

    @Test func twoWorkersThatLookAtOnceFireOnce() async throws {
        try await withDatabase { database in
            _ = try await addMinutely(to: database)
            try await passBy("1 minute", in: database)
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select jobmachine.promote('{default}')")
            // The second does not wait for the first.
            try await look(in: database)
            try await other.query("commit")
            let jobs = try await jobs(in: database)
            #expect(jobs == 1)
        }
    }

    @Test func whoDiesBeforeTheCommitHasFiredNothing() async throws {
        try await withDatabase { database in
            _ = try await addMinutely(to: database)
            try await passBy("1 minute", in: database)
            let other = try await Connection.open(database.connectionString)
            try await other.query("begin")
            try await other.query("select jobmachine.promote('{default}')")
            other.close()
            try await until(orElse: "the session did not end") {
                try await database.store.first(
                    """
                    select not exists (
                      select from pg_locks l where l.relation = 'jobmachine.schedule'::regclass and l.mode = 'RowShareLock')
                    """, as: Bool.self) == true
            }
            try await look(in: database)
            let jobs = try await jobs(in: database)
            #expect(jobs == 1)
        }
    }

    @Test(.endsWithTheSuite, arguments: zip(Schedule.Overlap.allCases, [1, 2]))
    func whileTheJobBeforeIsLive(_ overlap: Schedule.Overlap, _ amount: Int) async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database, overlap: overlap)
            for _ in 1...2 {
                try await passBy("1 minute", in: database)
                try await look(in: database)
            }
            let jobs = try await jobs(in: database)
            #expect(jobs == amount)
            let schedule = try await model.schedule("minutely")
            #expect((schedule.skippedAt != nil) == (overlap == .skip))
            #expect(schedule.lastStatus == .entered)
        }
    }

    @Test func aJobKnowsItsScheduleAndItsDueTime() async throws {
        try await withDatabase { database in
            _ = try await addMinutely(to: database)
            try await passBy("1 minute", in: database)
            try await look(in: database)
            let isTold = try await database.store.first(
                """
                select j.environment #>> '{schedule,name}' = 'minutely'
                  and (j.environment #>> '{schedule,due}')::timestamptz = s.last_at
                  and j.run_at = s.last_at
                  and j.id = s.last_job
                from jobmachine.job j, jobmachine.schedule s
                """, as: Bool.self)
            #expect(isTold == true)
        }
    }

    @Test func oneThatTheServerRefusesPausesItselfAndKeepsNoOtherBack() async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database)
            try await model.addSchedule("broken", ScheduleDraft(rule: "* * * * *", kind: "other"))
            try await database.store.query(
                "update jobmachine.schedule set kind = 'No Kind' where name = 'broken'")
            try await passBy("1 minute", in: database)
            try await look(in: database)
            let jobs = try await jobs(in: database)
            #expect(jobs == 1)
            let broken = try await model.schedule("broken")
            #expect(broken.state == .paused)
            #expect(broken.pausedBy == nil)
            #expect(broken.pausedWhy == "“No Kind” is not a kind's name")
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            ("40P01", ScheduleRecord.State.active), ("53100", .active), ("58030", .active),
            ("XX000", .active), ("54001", .paused), ("54000", .paused), ("42883", .paused),
        ])
    func onlyAnErrorThatMayPassIsTriedAgain(_ code: String, _ state: ScheduleRecord.State) async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database)
            try await model.addSchedule("broken", ScheduleDraft(rule: "@every 1 minute", kind: "broken"))
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function refuse() returns trigger language plpgsql as $$
                        begin
                          raise exception 'refused' using errcode = '\(code)';
                        end
                        $$;
                        create trigger refuse before insert on jobmachine.job for each row
                        when (new.kind = 'broken') execute function refuse();
                        """)
            }
            try await passBy("1 minute", in: database)
            try await look(in: database)
            let jobs = try await jobs(in: database)
            #expect(jobs == 1, "the other one is fired")
            #expect(try await model.schedule("broken").state == state)
        }
    }

    @Test func aJobThatOnlyNamesAScheduleDoesNotPauseIt() async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database)
            try await database.enterWorker(1)
            func fail(_ kind: String) async throws {
                let id = try await database.store.first(
                    """
                    select jobmachine.offload(
                      \(kind), environment => '{"schedule": {"name": "minutely", "due": "2026-11-30T06:00:00Z"}}')
                    """, as: Int64.self)
                try await database.store.query("select jobmachine.claim('default', 1, 1)")
                try await database.store.query(
                    """
                    select jobmachine.fail(1, \(id ?? -1)::bigint, 1, '{"type": "unknown-kind", "message": "no"}')
                    """)
            }
            try await fail("nobodys")
            #expect(try await model.schedule("minutely").state == .active)
            try await fail("other")
            #expect(try await model.schedule("minutely").state == .paused)
        }
    }

    @Test func pausedTimesAreNotMadeUpFor() async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database, missed: .all)
            #expect(try await model.pauseSchedule("minutely"))
            #expect(try await !model.pauseSchedule("minutely"))
            try await passBy("10 minutes", in: database)
            try await look(in: database)
            try await model.resumeSchedule("minutely")
            try await look(in: database)
            let jobs = try await jobs(in: database)
            #expect(jobs == 0)
        }
    }

    @Test func oneRunByHandLeavesTheNextTimeAsItIs() async throws {
        try await withDatabase { database in
            let model = try await addMinutely(to: database)
            let next = try await model.schedule("minutely").nextAt
            let ticket = try await model.runSchedule("minutely")
            let after = try await model.schedule("minutely")
            #expect(after.nextAt == next)
            #expect(after.lastTicket == ticket)
        }
    }

    @Test func aBeatTellsOfADueSchedule() async throws {
        try await withDatabase { database in
            _ = try await addMinutely(to: database)
            try await database.enterWorker(1)
            try await database.store.query("update jobmachine.worker set queues = '{default}'")
            let before = try await database.store.first("select jobmachine.beat(1)", as: Bool.self)
            try await passBy("1 minute", in: database)
            let after = try await database.store.first("select jobmachine.beat(1)", as: Bool.self)
            #expect((before, after) == (false, true))
        }
    }

    private func addMinutely(
        to database: TestDatabase, missed: Schedule.Missed = .last, overlap: Schedule.Overlap = .skip
    ) async throws -> Model {
        let model = database.model()
        try await model.addSchedule(
            "minutely",
            ScheduleDraft(rule: "@every 1 minute", kind: "other", missed: missed, overlap: overlap)
        )
        return model
    }

    /// Moves the due times back, as if so much time had passed.
    private func passBy(_ time: String, in database: TestDatabase) async throws {
        try await database.store.query(
            "update jobmachine.schedule set next_at = now() - \(time)::interval + '30 seconds'")
    }

    private func look(in database: TestDatabase) async throws {
        try await database.store.query("select jobmachine.promote('{default}')")
    }

    private func jobs(in database: TestDatabase) async throws -> Int? {
        try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
    }
}
