import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct WorkerTests {
    @Test func aHandlerOfAnotherKindIsRunInItsEnvironment() async throws {
        struct Shout: JobHandler {
            struct Arguments: Decodable { var words: [String] }
            let kind = "shout"
            func run(_ job: Job, in model: Model) async throws -> [String: String] {
                let words = try job.decode(Arguments.self).words
                return [
                    "text": words.joined(separator: " ").uppercased(), "by": model.user ?? "nobody",
                    "locale": model.locale ?? "none", "transaction": "\(model.isInTransaction)",
                ]
            }
        }
        try await withDatabase { database in
            let model = database.model().acting(as: "ada", locale: "da-DK")
            try await withWorker(model, handlers: [Shout()]) {
                let id = try await model.offload(kind: "shout", arguments: #"{"words": ["a", "b"]}"#)
                let value = try await model.ticket(id, of: [String: String].self).value
                #expect(value == ["text": "A B", "by": "ada", "locale": "da-DK", "transaction": "true"])
            }
        }
    }

    @Test func aJobRunsOnBehalfOfItsTenantAndSoDoesWhatItOffloads() async throws {
        struct Tell: JobHandler {
            let kind = "tell"
            func run(_ job: Job, in model: Model) async throws -> String {
                _ = try await model.offload(kind: "later", arguments: "{}", on: "later")
                return model.tenant ?? "none"
            }
        }
        try await withDatabase { database in
            let model = database.model()
            try await withWorker(model, handlers: [Tell()]) {
                for tenant in ["acme", nil] {
                    let id = try await model.acting(for: tenant).offload(kind: "tell", arguments: "{}")
                    let value = try await model.ticket(id, of: String.self).value
                    #expect(value == tenant ?? "none")
                }
            }
            let tenants = try await model.findJobs(JobSearch(queue: "later")).jobs.map(\.tenant)
            #expect(tenants == [nil, "acme"])
        }
    }

    @Test func aWorkerServesSeveralQueuesAndNoOthers() async throws {
        try await withWorker(of: testFunctions, configuration: .init(queues: ["slow", "gl.accounting"])) {
            _, model in
            let elsewhere = try await model.offload(Echo(text: "c"), on: "other")
            let first = try await model.offload(Echo(text: "a"), on: "slow").value
            let second = try await model.offload(Echo(text: "b"), on: "gl.accounting").value
            #expect([first, second] == ["a", "b"])
            #expect(try await elsewhere.status == .entered)
        }
    }

    /// A claim ends at 8 MiB: that it brings less than there is room for does not say that nothing is left.
    @Test(.endsWithTheSuite) func jobsThatAClaimLeavesAreClaimedNext() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let text = String(repeating: "x", count: 5_000_000)
            let tickets = try await model.offload((0..<5).map { _ in Echo(text: text) })
            try await withWorker(model) {
                for ticket in tickets {
                    let reply = try await ticket.value
                    #expect(reply.utf8.count == text.utf8.count)
                }
            }
        }
    }

    @Test func theLowestPriorityNumberGoesFirstThenWhoCameFirst() async throws {
        try await withDatabase { database in
            try await database.store.query(
                "create table effect (id bigint generated always as identity, label text)")
            try await noteClaims(in: database)
            let model = database.model(testFunctions)
            var tickets: [Ticket<String>] = []
            for (label, priority) in [("c", 9), ("a", 0), ("b", 4), ("b2", 4), ("a2", 0)] {
                tickets.append(try await model.offload(Effect(label: label), priority: priority))
            }
            try await withWorker(model, configuration: .init(slots: 1)) {
                for ticket in tickets { _ = try await ticket.value }
            }
            let labels = try await database.store.rows(
                "select label from effect order by id", as: String.self)
            #expect(labels.sorted() == ["a", "a2", "b", "b2", "c"])
            // If the machine stands still for a quarter of a second, jobs that were claimed ahead of a slot
            // go back to the end of the line.
            let claims = try await database.store.first("select count(*) from noted.claim", as: Int.self)
            if claims == labels.count { #expect(labels == ["a", "a2", "b", "b2", "c"]) }
        }
    }

    /// Notes each claim of a job in a table.
    private func noteClaims(in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    create schema noted;
                    create table noted.claim (job bigint not null);
                    create function note_claim() returns trigger language plpgsql as $$
                    begin
                      insert into noted.claim (job) values (new.id);
                      return null;
                    end
                    $$;
                    create trigger note_claim after update on jobmachine.job
                    for each row when (old.worker is null and new.worker is not null) execute function note_claim();
                    """)
        }
    }

    @Test func aScheduledJobRunsWhenItsTimeHasComeAndNotBefore() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let due = Date().addingTimeInterval(0.3)
            let ticket = try await model.offload(Echo(text: "a"), runAt: due)
            let far = try await model.offload(Echo(text: "b"), runAt: due.addingTimeInterval(3600))
            _ = try await ticket.value
            #expect(try await far.status == .scheduled)
            let job = try await ticket.job
            #expect(try #require(job.claimedAt) >= due.addingTimeInterval(-0.000_001))
        }
    }

    @Test func aJobWaitsForOthersToFinish() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                try await database.withGate(1) { open in
                    let first = try await model.offload(Effect(label: "first", gate: 1))
                    let second = try await model.offload(Echo(text: "second"), after: [first.id])
                    try await database.job(of: first) { $0.progress != nil }
                    #expect(try await second.status == .waiting)
                    try await open()
                    let value = try await second.value
                    #expect(value == "second")
                }
            }
        }
    }

    @Test func aJobThatWaitsForOneThatFailsEndsWithTheReason() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Refuse(.model))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            let third = try await model.offload(Echo(text: "c"), after: [second.id])
            try await withWorker(model) {
                let error = await #expect(throws: JobError.self) { try await third.value }
                #expect("\(error.map { "\($0)" } ?? "")".contains("\(second.id.number)"))
                let status = try await second.status
                #expect(status == .error)
            }
            await #expect(throws: ModelError.self) {
                try await model.offload(Echo(text: "d"), after: [first.id])
            }
        }
    }

    @Test func aRunningJobIsCancelled() async throws {
        try await withWorker(of: testFunctions) { database, model in
            let ticket = try await model.offload(SleepAnHour())
            try await database.job(of: ticket) { $0.progress != nil }
            #expect(try await ticket.cancel() == .processing)
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    @Test func aJobThatHasNotBegunIsCancelledAtOnceAndCanBeRetried() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"))
            #expect(try await ticket.cancel() == .cancelled)
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
            #expect(try await model.retry(ticket.id) == .entered)
            try await withWorker(model) {
                let value = try await ticket.value
                #expect(value == "a")
            }
        }
    }

    @Test func progressIsToldAsItHappens() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                try await database.withGate(1) { open in
                    let ticket = try await model.offload(Effect(label: "a", gate: 1))
                    var seen: [JobProgress] = []
                    for try await progress in ticket.progress {
                        seen.append(progress)
                        try await open()
                    }
                    #expect(seen == [JobProgress(done: 1, of: 2, note: "at the gate")])
                }
            }
        }
    }

    @Test func thousandsOfJobsAreEachRunOnceByTwoWorkers() async throws {
        try await withDatabase(connections: 40) { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            let tickets = try await model.offload((0..<2_000).map { Effect(label: "\($0)") })
            let other = try TestProcess("test-worker", ["work", database.connectionString, "default"])
            try await withWorker(model) {
                let results = try await model.results(of: tickets)
                #expect(try results.map { try $0.get() } == (0..<2_000).map { "\($0)" })
            }
            other.signal(SIGTERM)
            #expect(await other.exitCode() == 0)
            let (rows, labels) = (
                try await database.store.first("select count(*) from effect", as: Int.self),
                try await database.store.first("select count(distinct label) from effect", as: Int.self)
            )
            #expect(rows == 2_000 && labels == 2_000)
        }
    }

    @Test func aWorkerSurvivesTheLossOfItsConnections() async throws {
        try await withWorker(of: testFunctions) { database, model in
            _ = try await model.offload(Echo(text: "before")).value
            try? await database.cutConnections()
            var after: String?
            while after == nil { after = try? await model.offload(Echo(text: "after")).value }
            #expect(after == "after")
        }
    }

    @Test func aWorkerWhoseTaskIsCancelledHandsItsWorkBackToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let worker = Worker(model)
            let task = Task { try await worker.run() }
            let ticket = try await model.offload(SleepAnHour())
            try await database.job(of: ticket) { $0.progress != nil }
            task.cancel()
            try await task.value
            let job = try await ticket.job
            #expect(job.status == .entered && job.attempt == 0)
            #expect(
                try await database.store.first("select count(*) from jobmachine.worker", as: Int.self) == 0)
        }
    }
}
