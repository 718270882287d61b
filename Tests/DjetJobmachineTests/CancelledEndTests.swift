import DjetModel
import DjetStore
import DjetTestSupport
import Logging
import Testing

@testable import DjetJobmachine

/// Jobs that end in a cancelled task, where every wait fails.
@Suite struct CancelledEndTests {
    /// Writes a row, and fails if `fails` is true.
    struct Grouped: ModelFunction {
        static let name = "test.grouped-end"
        static let commit = Commit.atomic(group: 20)
        static let retry = Retry.never
        var fails: Bool

        func run(in model: Model) async throws -> Nothing {
            try await model.database.query("insert into effect (label) values ('one')")
            if fails { throw ModelError.conflict("it fails") }
            return Nothing()
        }
    }

    @Test(.endsWithTheSuite) func aJobOfUnknownKindThatIsCancelledEnds() async throws {
        try await withDatabase { database in
            let model = database.model()
            let id = try await model.offload(kind: "nobody.knows", arguments: "{}")
            let job = try #require(try await database.claim(1, for: model).first)
            try await model.cancel(id)
            let context = WorkerContext(testing: model)
            let runners = Runners(slots: 1, send: { _ in }) { _, _ in }
            await runInCancelledTask { await context.attend(to: job, runners) }
            #expect(try await model.ticket(id, of: String.self).status == .cancelled)
        }
    }

    @Test(.endsWithTheSuite) func aJobThatFailedBeforeItsTaskWasCancelledEnds() async throws {
        try await withDatabase { database in
            let model = database.model([Grouped.self])
            let ticket = try await model.offload(Grouped(fails: true))
            let job = try #require(try await database.claim(1, for: model).first)
            let context = WorkerContext(testing: model)
            let runners = Runners(slots: 1, send: { _ in }) { _, _ in }
            let attempt = Attempt(job: job, context: context, runners: runners)
            await runInCancelledTask { await attempt.end(after: ModelError.conflict("it fails"), .never) }
            #expect(try await ticket.status == .error)
        }
    }

    /// One was cancelled before its turn, one has failed, and the commit of the third is under way.
    @Test(.endsWithTheSuite) func aGroupThatIsCancelledDuringItsCommitEnds() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await delayCommits(database, gate: 7)
            let model = database.model([Grouped.self])
            let tickets = try await model.offload([true, true, false].map { Grouped(fails: $0) })
            let jobs = try await database.claim(3, for: model)
            let context = WorkerContext(testing: model)
            let runners = Runners(slots: 1, send: { _ in }) { _, _ in }
            runners.state.withLock { state in
                state.running[jobs[0].ticket.number] = RunningJob(
                    ticket: jobs[0].ticket, attempt: 1, runner: 1, since: .now, toldAt: .now)
            }
            try await database.withGate(7) { open in
                let group = GroupAttempt(
                    jobs: jobs, handler: FunctionHandler<Grouped>(), context: context, runners: runners)
                let run = Task { await group.run() }
                _ = try await database.blocked(like: "commit")
                run.cancel()
                try await open()
                await run.value
            }
            var statuses: [JobStatus] = []
            for ticket in tickets { statuses.append(try await ticket.status) }
            #expect(statuses == [.error, .error, .finished])
        }
    }

    /// The group has run, and its commit fails. Without the cancellation the first job would begin once more
    /// at once.
    @Test(.endsWithTheSuite) func aJobThatIsCancelledDoesNotBeginOnceMoreBehindItsGroup() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await delayCommits(database, gate: 7, failingOnce: true)
            let model = database.model([Grouped.self])
            let tickets = try await model.offload([false, false].map { Grouped(fails: $0) })
            let jobs = try await database.claim(2, for: model)
            try await model.cancel(tickets[0].id)
            let runners = Runners(slots: 1, send: { _ in }) { _, _ in }
            try await database.withGate(7) { open in
                let group = GroupAttempt(
                    jobs: jobs, handler: FunctionHandler<Grouped>(), context: WorkerContext(testing: model),
                    runners: runners)
                let run = Task { await group.run() }
                _ = try await database.blocked(like: "commit")
                runners.state.withLock { state in
                    state.running[jobs[0].ticket.number] = RunningJob(
                        ticket: jobs[0].ticket, attempt: 1, runner: 1, since: .now, toldAt: .now)
                }
                try await open()
                await run.value
            }
            #expect(try await tickets[0].status == .cancelled)
            #expect(try await database.effects("one") == 0)
        }
    }

    /// For a while the database refuses both the reason and the plain words for it.
    @Test(.endsWithTheSuite) func aReportThatIsRefusedInAnyWordsIsMadeLater() async throws {
        try await withDatabase { database in
            let lines = FailureLogTests.Lines()
            let model = database.model()
            let id = try await model.offload(kind: "nobody.knows", arguments: "{}")
            let job = try #require(try await database.claim(1, for: model).first)
            try await database.store.query("alter schema jobmachine rename to elsewhere")
            let context = WorkerContext(testing: model, FailureLog(Logger(label: "test") { _ in lines }))
            let runners = Runners(slots: 1, send: { _ in }) { _, _ in }
            let attempt = Attempt(job: job, context: context, runners: runners)
            let end = Task { await attempt.park(as: .unreadable("a")) }
            end.cancel()
            for await line in lines.told where line["message"] == "reporting a failed attempt failed" {
                break
            }
            try await database.store.query("alter schema elsewhere rename to jobmachine")
            await end.value
            #expect(try await model.ticket(id, of: String.self).status == .error)
        }
    }

    // MARK: Support

    private func runInCancelledTask(_ body: @escaping @Sendable () async -> Void) async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await body()
        }
        await task.value
    }

    /// Makes each commit that has left an effect wait at a gate, and with `failingOnce` the first of them
    /// fail.
    private func delayCommits(
        _ database: TestDatabase, gate: Int, failingOnce: Bool = false
    ) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    create schema noted;
                    create sequence noted.passed start \(failingOnce ? 1 : 2);
                    create function wait_at_gate() returns trigger language plpgsql as $$
                    begin
                      perform pg_advisory_xact_lock_shared(\(gate));
                      if nextval('noted.passed') = 1 then
                        raise exception 'not this time';
                      end if;
                      return null;
                    end $$;
                    create constraint trigger waits after insert on effect deferrable initially deferred
                    for each row execute function wait_at_gate();
                    """)
        }
    }
}
