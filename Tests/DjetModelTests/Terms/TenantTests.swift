import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs on behalf of tenants.
@Suite struct TenantTests {
    @Test func aTenantFindsItsLiveAndEndedJobs() async throws {
        try await withDatabase { database in
            let model = database.model()
            let acme = model.acting(for: "acme")
            let live = try await acme.offload(Twice(number: 1))
            let ended = try await acme.acting(as: "ann").offload(Twice(number: 2))
            _ = try await model.acting(for: "beta").offload(Twice(number: 3))
            _ = try await model.offload(Twice(number: 4))
            try await model.cancel(ended.id)
            let all = try await model.everyJob(JobSearch(tenant: "acme"))
            #expect(Set(all) == [live.id.number, ended.id.number])
            let some = try await model.everyJob(
                JobSearch(status: .cancelled, kind: Twice.name, user: "ann", tenant: "acme"))
            #expect(some == [ended.id.number])
            let shown = try await model.shownJob(live.id)
            #expect(shown.tenant == "acme")
            let listed = try await model.findJobs(JobSearch(status: .cancelled)).jobs.map(\.tenant)
            #expect(listed == ["acme"])
        }
    }

    @Test func manyJobsShareTheirTenant() async throws {
        try await withDatabase { database in
            _ = try await database.model().acting(for: "acme").offload((1...2_500).map(Twice.init))
            let amount = try await database.store.first(
                "select count(*) from jobmachine.job where environment ->> 'tenant' = 'acme'", as: Int.self)
            #expect(amount == 2_500)
        }
    }

    @Test func aGroupAndTheFunctionAfterItCarryIt() async throws {
        try await withDatabase { database in
            let acme = database.model().acting(for: "acme")
            _ = try await acme.offload(group: "month", [Twice(number: 1)], then: Twice(number: 2))
            try await database.store.query(
                """
                select jobmachine.offload_group('month', 'x', '{"{}"}', 'y', environment => '{"tenant": "acme"}')
                """)
            let amount = try await database.store.first(
                "select count(*) from jobmachine.job where environment ->> 'tenant' = 'acme'", as: Int.self)
            #expect(amount == 4)
        }
    }

    @Test func aNameThatNoTenantCanHaveIsTheOffloadersFault() async throws {
        try await withDatabase { database in
            for name in ["", String(repeating: "x", count: 61)] {
                await #expect(
                    throws: ModelError.invalid("the tenant of a job must be a text of 1 to 60 characters")
                ) {
                    _ = try await database.model().acting(for: name).offload(Twice(number: 1))
                }
            }
        }
    }

    @Test func aJobRunsAgainForItsOwnTenant() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.acting(for: "acme").acting(as: "ann").offload(Twice(number: 1))
            let again = try await model.acting(for: "beta").acting(as: "bob").runAgain(first.id)
            let job = try await model.shownJob(again)
            #expect(job.tenant == "acme" && job.user == "bob")
        }
    }

    @Test func aJobWithAnOddEnvironmentComesBackForItsTenant() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.acting(for: "acme").offload(Twice(number: 1))
            try await model.cancel(ticket.id)
            try await database.store.query(
                #"update jobmachine.history set environment = environment || '{"trace": 7}'"#)
            try await model.retry(ticket.id)
            let job = try await model.shownJob(ticket.id)
            #expect(job.tenant == "acme")
        }
    }

    // MARK: Unique jobs

    @Test(arguments: [Unique(), Unique(key: "k")])
    func aKeyBelongsToItsTenant(_ rule: Unique) async throws {
        try await withDatabase { database in
            let model = database.model()
            let acme = model.acting(for: "acme")
            let first = try await acme.offload(Twice(number: 1), unique: rule)
            let same = try await acme.offload(Twice(number: 1), unique: rule)
            let others = try await model.acting(for: "beta").offload(Twice(number: 1), unique: rule)
            let nobodys = try await model.offload(Twice(number: 1), unique: rule)
            #expect(first.id == same.id)
            #expect(Set([first.id, others.id, nobodys.id]).count == 3)

            try await model.cancel(first.id)
            let status = try await model.retry(first.id)
            #expect(status == .entered, "the others' keys are not in the way")
            try await model.cancel(first.id)
            let next = try await acme.offload(Twice(number: 1), unique: rule)
            await #expect(throws: DuplicateJob(ticket: next.id)) { try await model.retry(first.id) }
        }
    }

    @Test func aTenantsArgumentsAreItsKey() async throws {
        try await withDatabase { database in
            let acme = database.model().acting(for: "acme")
            let tickets = try await acme.offload([1, 2, 1].map(Twice.init), unique: Unique())
            #expect(tickets[0].id == tickets[2].id)
            #expect(tickets[0].id != tickets[1].id)
        }
    }

    // MARK: Schedules

    @Test func aSchedulesJobsRunOnBehalfOfItsTenant() async throws {
        try await withDatabase { database in
            let model = database.model()
            let draft = ScheduleDraft(rule: "@daily", kind: "other", tenant: "acme")
            let added = try await model.addSchedule("stated", draft)
            #expect(added.tenant == "acme")
            try await model.acting(for: "beta").addSchedule(
                "own", ScheduleDraft(rule: "@daily", kind: "other"))
            var tenants: [String?] = []
            for name in ["stated", "own"] {
                tenants.append(try await model.shownJob(model.runSchedule(name)).tenant)
            }
            #expect(tenants == ["acme", "beta"])
            let changed = try await model.changeSchedule("stated", ScheduleDraft(tenant: "gamma"))
            #expect(changed.tenant == "gamma")
            let error = await #expect(throws: ModelError.self) {
                try await model.changeSchedule("stated", ScheduleDraft(tenant: ""))
            }
            #expect(error?.message.contains("1 to 60 characters") == true)
        }
    }

    @Test func aDeclaredScheduleStatesItsTenant() async throws {
        try await withDatabase { database in
            let model = database.model([Twice.self])
            let declared = Schedule("twice", "@daily", tenant: "acme") { Twice(number: 1) }
            try await model.declareSchedules([declared], of: "test")
            let schedule = try await model.schedule("twice")
            #expect(schedule.tenant == "acme")
        }
    }
}
