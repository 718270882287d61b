import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A jump of the server's clock erases nothing at once. The tests move what the clock has shown instead.
@Suite struct ClockTests {
    @Test func aJumpForwardDropsADayOnlyAfterAnHourOrTwoOfBeats() async throws {
        try await withDatabase { database in
            try await makeOldDay(in: database)
            try await database.enterWorker(1)
            try await move(by: "-10 days", in: database)
            try await database.store.query("select jobmachine.beat(1)")
            #expect(try await isThere(in: database), "the beat after the jump drops nothing")
            let files = try await database.store.first("select count(*) from jobmachine.file", as: Int.self)
            #expect(files == 1)
            try await note(minutes: 60, in: database)
            #expect(try await isThere(in: database), "nor does the hour behind it")
            try await note(minutes: 70, in: database)
            #expect(try await !isThere(in: database))
        }
    }

    @Test func anOldDayIsDroppedByAClockThatHasNotJumped() async throws {
        try await withDatabase { database in
            try await makeOldDay(in: database)
            try await database.store.query("select jobmachine.keep_days('14 days')")
            #expect(try await !isThere(in: database))
        }
    }

    @Test func aJumpBackIsNotedAndWhatTheClockShowedBeforeCountsNoMore() async throws {
        try await withDatabase { database in
            try await move(by: "10 years", in: database)
            try await database.store.query("select jobmachine.keep_days('1 day')")
            let days = try await database.store.first(
                "select count(*) from jobmachine.history_days()", as: Int.self)
            #expect(days == 8)
            let isPast = try await database.store.first(
                "select greatest(seen, trusted, upcoming) <= clock_timestamp() from jobmachine.clock",
                as: Bool.self)
            #expect(isPast == true)
        }
    }

    @Test func theClockIsNotedOnceAMinuteHoweverOftenAWorkerBeats() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            try await move(by: "-1 minute", in: database)
            let seen: Statement = "select seen::text from jobmachine.clock"
            let before = try await database.store.first(seen, as: String.self)
            try await database.store.query("select jobmachine.beat(1)")
            let noted = try await database.store.first(seen, as: String.self)
            #expect(noted != before)
            try await database.store.query("select jobmachine.beat(1)")
            #expect(try await database.store.first(seen, as: String.self) == noted)
        }
    }

    @Test func withoutAMemoryNothingIsDropped() async throws {
        try await withDatabase { database in
            try await makeOldDay(in: database)
            try await database.store.query("delete from jobmachine.clock")
            try await database.store.query("select jobmachine.keep_days('14 days')")
            #expect(try await isThere(in: database))
        }
    }

    /// A day that ended more than two weeks ago, and a file of that time.
    private func makeOldDay(in database: TestDatabase) async throws {
        try await database.store.query(
            "select jobmachine.make_day('history', (now() at time zone 'UTC')::date - 20)")
        try await database.store.query(
            """
            insert into jobmachine.file (name, mime_type, created_at)
            values ('old', 'text/plain', now() - interval '20 days')
            """)
    }

    private func isThere(in database: TestDatabase) async throws -> Bool {
        try await database.store.first(
            "select exists (select from jobmachine.history_days() h where h.day < now() - interval '19 days')",
            as: Bool.self) == true
    }

    /// Moves all that the clock has shown, as if it had been set the other way.
    private func move(by interval: String, in database: TestDatabase) async throws {
        try await database.store.query(
            """
            update jobmachine.clock set
              seen = seen + \(interval)::text::interval,
              trusted = trusted + \(interval)::text::interval,
              upcoming = upcoming + \(interval)::text::interval
            """)
    }

    /// Keeps the days as beats do in so many minutes.
    private func note(minutes: Int, in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    do $$
                    begin
                      for minute in 1..\(minutes) loop
                        update jobmachine.clock set seen = seen - interval '1 minute';
                        perform jobmachine.keep_days('14 days');
                      end loop;
                    end
                    $$
                    """)
        }
    }
}
