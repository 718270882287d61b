import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The rights of a login that is a member of `djet_admin` only.
@Suite struct AdminRoleTests {
    @Test func itSeesEverything() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_admin") { office in
                let model = office.model(testFunctions).acting(as: "root")
                let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
                try await tickets[0].cancel()
                #expect(try await model.everyJob(JobSearch(status: .entered)).count == 2)
                #expect(try await model.everyJob(JobSearch(user: "root", text: "number")).count == 3)
                #expect(try await tickets[1].job.arguments == #"{"number": 1}"#)
                #expect(try await model.attempts(of: tickets[0].id).isEmpty)
                #expect(try await model.life(of: tickets[0].id).steps.isEmpty)
                #expect(try await model.neighbours(of: tickets[1].id).needs.isEmpty)
                let counts = try await model.jobCounts()
                #expect(counts.map(\.amount).reduce(0, +) == 3)
                let queues = try await model.queues()
                #expect(queues.map(\.name) == ["default"])
                #expect(try await model.workers().isEmpty)
                #expect(try await model.runningJobs().isEmpty)
                #expect(try await !model.pulse().isEmpty)
                try await model.rollUp()
                #expect(try await model.jobKinds().contains("test.twice"))
                _ = try await model.oldestSnapshot()
                #expect(try await model.oldestWaits(of: ["default"]).map(\.name) == ["default"])
                #expect(try await !model.spreadBounds().isEmpty)
                _ = try await model.totals(by: .kind, of: [])
                _ = try await model.spread(of: .ran, by: .kind, of: [])
            }
        }
    }

    @Test func itSteersEverything() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_admin") { office in
                let model = office.model(testFunctions)
                let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
                let cancelled = try await model.apply(.cancel, to: JobSearch())
                #expect(cancelled.done == 3)
                #expect(try await model.retry(tickets[0].id) == .entered)
                let back = try await model.apply(.retry, to: JobSearch())
                #expect(back.done == 2)
                #expect(try await model.pause("default"))
                #expect(try await model.resume("default"))
                let again = try await model.runAgain(tickets[1].id)
                #expect(try await model.cancel(again) == .cancelled)
                #expect(try await model.delete(again) == .cancelled)
            }
        }
    }

    @Test func itDropsDays() async throws {
        try await withDatabase { database in
            try await database.store.query(
                """
                create table jobmachine.history_20200101 partition of jobmachine.history
                  for values from ('2020-01-01 00:00+00') to ('2020-01-02 00:00+00')
                """)
            try await database.signedIn(as: "djet_admin") { office in
                try await office.store.query("select jobmachine.drop_days('2020-01-02')")
                try await office.store.query("select jobmachine.recount()")
            }
            let days = try await database.store.rows(
                "select name from jobmachine.history_days()", as: String.self)
            #expect(days.count == 8)
        }
    }

    @Test(arguments: ["'9999-01-01'", "current_date + 1", "'infinity'"])
    func itDropsNoDaysOfThePresent(before: String) async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_admin") { office in
                let error = await #expect(throws: StoreError.self) {
                    try await office.store.query(
                        Statement(stringLiteral: "select jobmachine.drop_days(\(before))"))
                }
                #expect(error?.sqlState?.rawValue == "DJ400")
                #expect(error?.message.hasSuffix("yesterday and today are kept") == true)
            }
            let days = try await database.store.first(
                "select count(*) from jobmachine.history_days()", as: Int.self)
            #expect(days == 8)
        }
    }

    /// Days before our era have later digits than today.
    @Test(arguments: ["4713-01-01 BC", "0044-03-15 BC", "-infinity", "0001-01-01"])
    func aDayLongAgoDropsNothing(before: String) async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_admin") { office in
                _ = try await office.store.query("select jobmachine.drop_days(\(before)::text::date)")
            }
            for parent in ["history", "attempt", "log"] {
                let days = try await database.store.first(
                    """
                    select count(*) from pg_inherits
                    where inhparent = ('jobmachine.' || \(parent)::text)::regclass
                    """, as: Int.self)
                #expect(days == 8, "\(parent)")
            }
        }
    }

    @Test func noDayIsRefusedInWords() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.drop_days(null)")
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
        }
    }

    @Test func tablesAndRightsAreNotItsBusiness() async throws {
        try await withDatabase { database in
            let id = try await database.model().offload(Echo(text: "a")).id.number
            try await database.signedIn(as: "djet_admin") { office in
                let allowed = try await office.allowed(of: [
                    "update jobmachine.job set priority = 0",
                    "delete from jobmachine.history",
                    "insert into jobmachine.queue (name) values ('a')",
                    "drop table jobmachine.tally",
                    "select jobmachine.end_job(\(id), 'cancelled', null)",
                    "select jobmachine.estimate('delete from jobmachine.job')",
                    "select jobmachine.grant_rights()",
                    "select jobmachine.make_role('test_more')",
                    "select jobmachine.keep_days('-100 years')",
                    "select jobmachine.drop_files('infinity')",
                    "select * from jobmachine.lock",
                ])
                #expect(allowed == [])
            }
        }
    }
}
