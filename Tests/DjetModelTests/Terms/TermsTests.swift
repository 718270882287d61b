import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// What an offload may say about its job.
@Suite struct TermsTests {
    @Test func tagsFindLiveAndEndedJobs() async throws {
        try await withDatabase { database in
            let model = database.model()
            let live = try await model.offload(Twice(number: 1), tags: ["spring", "mail"], note: "for Ada")
            let ended = try await model.offload(Twice(number: 2), tags: ["spring"])
            _ = try await model.offload(Twice(number: 3), tags: ["spring time"])
            try await model.cancel(ended.id)
            let all = try await model.everyJob(JobSearch(tag: "spring"))
            #expect(Set(all) == [live.id.number, ended.id.number])
            let some = try await model.everyJob(
                JobSearch(status: .cancelled, kind: Twice.name, tag: "spring"))
            #expect(some == [ended.id.number])
            let none = try await model.everyJob(JobSearch(tag: "spri"))
            #expect(none.isEmpty)
            let details = try await model.shownJob(live.id)
            #expect(details.tags == ["spring", "mail"])
            #expect(details.note == "for Ada")
        }
    }

    @Test func manyShareTheirTerms() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.offload(
                (1...2_500).map(Twice.init), expires: .after(.seconds(3_600)), timeout: .seconds(5),
                attempts: 2,
                tags: ["a"], note: "n")
            let amount = try await database.store.first(
                """
                select count(*) from jobmachine.job j join jobmachine.expiry e on e.job = j.id
                where j.attempt_limit = 2 and j.environment @> '{"timeout": 5, "tags": ["a"], "note": "n"}'
                """, as: Int.self)
            #expect(amount == 2_500)
        }
    }

    @Test func theJobsOwnTimeoutAndAttemptsCount() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await withWorker(model) {
                let ticket = try await model.offload(SleepAnHour(), timeout: .milliseconds(100), attempts: 1)
                await #expect(throws: JobError.timedOut(seconds: 0.1)) { try await ticket.value }
                let job = try await model.shownJob(ticket.id)
                #expect((job.attempt, job.attemptLimit) == (1, 1))
                #expect(job.timeout == .milliseconds(100))
            }
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            #"{"tags": []}"#, #"{"tags": "a"}"#, #"{"tags": [7]}"#, #"{"tags": [""]}"#, #"{"tags": null}"#,
            #"{"timeout": 0}"#, #"{"timeout": "5"}"#, #"{"timeout": 1e300}"#, #"{"note": ""}"#,
            #"{"note": 7}"#, #"{"tenant": ""}"#, #"{"tenant": 7}"#, #"{"tenant": null}"#,
            #"{"expires": "never"}"#, #"{"expires": "infinity"}"#, #"{"expires": 7}"#, #"{"expires": null}"#,
        ])
    func termsThatNoJobCanHaveAreRefusedInWords(_ environment: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.offload('k', environment => \(environment)::jsonb)")
            }
            #expect(error?.constraint == "job_terms_have_their_shape", "\(error as Any)")
        }
    }

    @Test func termsThatAreTooLongAreTheOffloadersFault() async throws {
        try await withDatabase { database in
            let model = database.model()
            let long = String(repeating: "x", count: 1_001)
            await #expect(
                throws: ModelError.invalid("the note of a job must be a text of 1 to 1,000 characters")
            ) {
                try await model.offload(Twice(number: 1), note: long)
            }
            await #expect(
                throws: ModelError.invalid("the tags of a job must be 1 to 20 texts of 1 to 60 characters")
            ) {
                try await model.offload(Twice(number: 1), tags: (1...21).map { "\($0)" })
            }
        }
    }
}
