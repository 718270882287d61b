import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The attempts of jobs that fail.
@Suite struct AttemptTests {
    /// Fails in its first `failures` attempts, then returns the number of the attempt.
    struct Flaky: ModelFunction {
        struct Tired: Error, Codable, Equatable { var attempt: Int }

        static let name = "flaky"
        static let retry = Retry(attempts: 4, first: .milliseconds(20))
        var failures: Int

        func run(in model: Model) async throws -> Int {
            let attempt = model.job?.attempt ?? 1
            guard attempt > failures else { throw Tired(attempt: attempt) }
            return attempt
        }
    }

    struct FlakyOutside: ModelFunction {
        static let name = "flaky-outside"
        static let commit = Commit.detached
        static let retry = Flaky.retry

        func run(in model: Model) async throws -> [String] {
            guard let job = model.job else { return [] }
            guard job.attempt > 1 else { throw Flaky.Tired(attempt: 1) }
            return [job.key, "\(job.attempt)"]
        }
    }

    struct Slow: ModelFunction {
        static let name = "slow"
        static let timeout: Duration? = .milliseconds(50)
        static let retry = Retry.never
        func run(in model: Model) async throws -> Nothing {
            try await model.database.query("select pg_sleep(3600)")
            return Nothing()
        }
    }

    @Test func aJobThatFailsIsTriedAgainUntilItDoesNot() async throws {
        try await withWorker(of: [Flaky.self]) { _, model in
            let ticket = try await model.offload(Flaky(failures: 2))
            let value = try await ticket.value
            #expect(value == 3)
            let attempts = try await model.attempts(of: ticket.id)
            #expect(attempts.map(\.attempt) == [1, 2])
            #expect(
                attempts.map { $0.error.error as? Flaky.Tired } == [.init(attempt: 1), .init(attempt: 2)])
        }
    }

    @Test func aJobThatAlwaysFailsEndsWithItsLastError() async throws {
        try await withWorker(of: [Flaky.self]) { _, model in
            let ticket = try await model.offload(Flaky(failures: 9))
            await #expect(throws: Flaky.Tired(attempt: 4)) { try await ticket.value }
            #expect(try await model.attempts(of: ticket.id).count == 4)
            #expect(try await ticket.status == .error)
        }
    }

    @Test func aJobThatIsRetriedByHandHasAsManyAttemptsAgain() async throws {
        try await withWorker(of: [Flaky.self]) { _, model in
            let ticket = try await model.offload(Flaky(failures: 9))
            await #expect(throws: Flaky.Tired(attempt: 4)) { try await ticket.value }
            try await model.retry(ticket.id)
            await #expect(throws: Flaky.Tired(attempt: 8)) { try await ticket.value }
            #expect(try await model.attempts(of: ticket.id).count == 8)
        }
    }

    @Test func aDetachedJobRunsAgainAfterItFailed() async throws {
        try await withWorker(of: [FlakyOutside.self]) { _, model in
            let ticket = try await model.offload(FlakyOutside())
            let value = try await ticket.value
            // The key is the same in each attempt, so that another system can recognise a repetition.
            #expect(value == ["\(ticket)", "2"])
        }
    }

    @Test func aFailedAttemptLeavesNothingBehind() async throws {
        struct Half: ModelFunction {
            static let name = "half"
            static let retry = Retry.never
            func run(in model: Model) async throws -> Nothing {
                try await model.database.query("insert into effect values ('half')")
                throw ModelError.conflict("the other half is missing")
            }
        }
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model([Half.self])
            try await withWorker(model) {
                let ticket = try await model.offload(Half())
                await #expect(throws: ModelError.conflict("the other half is missing")) {
                    try await ticket.value
                }
                #expect(try await database.effects("half") == 0)
            }
        }
    }

    @Test func theReasonOfAnUnknownKindNamesOneThatIsLikeIt() async throws {
        try await withWorker(of: [Echo.self]) { _, model in
            let id = try await model.offload(kind: "test.ehco", arguments: #"{"text": "late"}"#)
            let error = await #expect(throws: JobError.self) {
                try await model.ticket(id, of: String.self).value
            }
            let reason = "no handler for “test.ehco” on the worker that claimed it; did you mean test.echo?"
            #expect("\(error.map { "\($0)" } ?? "")".contains(reason))
        }
    }

    @Test func aJobOfUnknownKindIsParkedWithItsReasonAndCanBeRetried() async throws {
        try await withDatabase { database in
            let model = database.model()
            let id = try await withWorker(model) {
                let id = try await model.offload(kind: "test.echo", arguments: #"{"text": "late"}"#)
                let error = await #expect(throws: JobError.self) {
                    try await model.ticket(id, of: String.self).value
                }
                #expect("\(error.map { "\($0)" } ?? "")".contains("no handler for “test.echo”"))
                return id
            }
            // A newer program knows the kind.
            let newer = database.model([Echo.self])
            try await withWorker(newer) {
                #expect(try await newer.retry(id) != .error)
                let value = try await newer.ticket(id, of: String.self).value
                #expect(value == "late")
            }
        }
    }

    @Test func argumentsThatDoNotFitNameTheField() async throws {
        try await withWorker(of: [Echo.self]) { _, model in
            let id = try await model.offload(kind: "test.echo", arguments: #"{"txt": 1}"#)
            let error = await #expect(throws: ModelError.self) {
                try await model.ticket(id, of: String.self).value
            }
            #expect(error == .invalid("the arguments do not fit test.echo: text is missing"))
        }
    }

    struct Bare: ModelFunction {
        static let name = "bare"
        func run(in model: Model) async throws -> Nothing { Nothing() }
    }

    /// A function without arguments would take them.
    @Test func argumentsThatAreNoObjectAreRefusedInWords() async throws {
        try await withWorker(of: [Bare.self]) { _, model in
            let id = try await model.offload(kind: Bare.name, arguments: "[]")
            let error = await #expect(throws: ModelError.self) {
                try await model.ticket(id, of: Nothing.self).value
            }
            let reason = #"they are not a JSON object: write them as {"name": value}"#
            #expect(error == .invalid("the arguments do not fit \(Bare.name): \(reason)"))
        }
    }

    @Test func aTimeoutReachesTheQueryInFlight() async throws {
        try await withWorker(of: [Slow.self]) { database, model in
            let ticket = try await model.offload(Slow())
            await #expect(throws: JobError.timedOut(seconds: 0.05)) { try await ticket.value }
            let asleep = try await database.store.first(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and state = 'active' and query like '%pg_sleep%'
                  and pid <> pg_backend_pid()
                """, as: Int.self)
            #expect(asleep == 0)
        }
    }

    @Test(.endsWithTheSuite) func aFailureThatARuleOfTheTableRefusesIsStoredPlainly() async throws {
        try await withWorker(of: testFunctions) { database, model in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function refuse() returns trigger language plpgsql as $$
                        begin
                          if new.error ->> 'type' <> 'unstorable' then
                            raise exception 'not this reason';
                          end if;
                          return new;
                        end $$;
                        create trigger refuses before insert on jobmachine.history
                        for each row execute function refuse();
                        """)
            }
            let ticket = try await model.offload(Refuse(.model))
            try await until(orElse: "the job still runs") { try await ticket.status == .error }
            #expect(try await ticket.job.error?.type == "unstorable")
        }
    }
}
