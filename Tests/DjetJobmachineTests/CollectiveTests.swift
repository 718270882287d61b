import DjetModel
import DjetStore
import DjetTestSupport
import Logging
import Testing

@testable import DjetJobmachine

/// Jobs that share a call.
@Suite struct CollectiveTests {
    /// A call, as its jobs tell of it.
    struct Call: Codable, Sendable {
        let size: Int
        let user: String?
        let hasJob: Bool
        let transaction: String
    }

    /// Writes the rows of its jobs with one statement. A negative number is refused; a 0 makes the call fail.
    struct Together: CollectiveFunction {
        static let name = "test.together"
        static let commit = Commit.atomic(group: 50)
        static let retry = Retry.never
        var number: Int

        static func run(
            _ functions: [Together], in model: Model
        ) async throws -> [Result<Call, any Error>] {
            model.logger.info("\(functions.count) together")
            let written = functions.map(\.number).filter { $0 >= 0 }
            try await model.database.query(
                "insert into effect (label) select n::text from unnest(\(written)::bigint[]) n")
            if written.contains(0) { throw ModelError.invalid("a number is 0") }
            let transaction = try await model.database.first("select txid_current()::text", as: String.self)
            let call = Call(
                size: functions.count, user: model.user, hasJob: model.job != nil,
                transaction: transaction ?? "")
            return functions.map { function in
                guard function.number < 0 else { return .success(call) }
                return .failure(ModelError.conflict("\(function.number) is negative"))
            }
        }
    }

    struct Onlooker: JobMiddleware {
        func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
            try await next(model)
        }
    }

    @Test func aGroupIsOneCallAndAFailingJobHarmsNoOther() async throws {
        try await withJobs { database, model in
            let tickets = try await model.offload([1, -2, 3].map { Together(number: $0) })
            let odd = try await model.offload(kind: Together.name, arguments: #"{"number": "x"}"#)
            await run(try await database.claim(4, for: model), model)
            for index in [0, 2] {
                let call = try await tickets[index].value
                #expect(call.size == 3 && !call.hasJob)
                let lines = try await model.log(of: tickets[index].id).map(\.message)
                #expect(lines == ["3 together"])
            }
            await #expect(throws: ModelError.conflict("-2 is negative")) { try await tickets[1].value }
            let error = await #expect(throws: ModelError.self) {
                try await model.ticket(odd, of: Call.self).value
            }
            #expect(error?.message.contains("number") == true)
            #expect(try await self.labels(database) == ["1", "3"])
        }
    }

    @Test func eachUserHasACallAndAllShareTheTransaction() async throws {
        try await withJobs { database, model in
            var tickets: [Ticket<Call>] = []
            for user in ["ada", "bob", "ada", "eve", "bob", "ada"] {
                tickets.append(
                    try await model.acting(as: user).offload(Together(number: tickets.count + 1)))
            }
            tickets.append(
                try await model.acting(as: "ada").offload(Together(number: 7), timeout: .seconds(60)))
            await run(try await database.claim(7, for: model), model)
            var calls: [Call] = []
            for ticket in tickets { calls.append(try await ticket.value) }
            #expect(calls.map(\.user) == ["ada", "bob", "ada", "eve", "bob", "ada", "ada"])
            #expect(calls.map(\.size) == [3, 2, 3, 1, 2, 3, 1], "one with a time limit is alone")
            #expect(calls.map(\.hasJob) == calls.map { $0.size == 1 })
            #expect(Set(calls.map(\.transaction)).count == 1)
        }
    }

    @Test func aCancelledJobIsLeftOut() async throws {
        try await withJobs { database, model in
            let tickets = try await model.offload((1...3).map { Together(number: $0) })
            let jobs = try await database.claim(3, for: model)
            try await model.cancel(tickets[1].id)
            await run(jobs, model) { runners in
                runners.state.withLock { state in
                    state.running[jobs[1].ticket.number] = RunningJob(
                        ticket: jobs[1].ticket, attempt: 1, runner: 1, since: .now, toldAt: .now)
                }
            }
            #expect(try await tickets[1].status == .cancelled)
            let call = try await tickets[2].value
            #expect(call.size == 2)
            #expect(try await self.labels(database) == ["1", "3"])
        }
    }

    @Test func aCallThatThrowsIsUndoneAndEachJobIsRunByItself() async throws {
        try await withJobs { database, model in
            let tickets = try await model.offload([1, 0, 3].map { Together(number: $0) })
            await run(try await database.claim(3, for: model), model)
            await #expect(throws: ModelError.invalid("a number is 0")) { try await tickets[1].value }
            let calls = [try await tickets[0].value, try await tickets[2].value]
            #expect(calls.map(\.size) == [1, 1])
            #expect(calls[0].transaction == calls[1].transaction)
            #expect(try await self.labels(database) == ["1", "3"])
        }
    }

    /// The first conflict is tried again by the whole group, the second by each job.
    @Test(arguments: ["40P01", "40001"], [(count: 1, size: 3), (count: 2, size: 1)])
    func aGroupThatConflictsIsTriedOnceMore(code: String, conflicts: (count: Int, size: Int)) async throws {
        try await withJobs { database, model in
            try await raise(code, times: conflicts.count, in: database)
            let tickets = try await model.offload((1...3).map { Together(number: $0) })
            await run(try await database.claim(3, for: model), model)
            for ticket in tickets {
                let call = try await ticket.value
                #expect(call.size == conflicts.size)
                #expect(try await ticket.job.attempt == 1)
            }
            #expect(try await self.labels(database) == ["1", "2", "3"])
        }
    }

    @Test func behindMiddlewareEachJobIsRunByItself() async throws {
        try await withJobs { database, model in
            let tickets = try await model.offload((1...3).map { Together(number: $0) })
            await run(try await database.claim(3, for: model), model, middleware: [Onlooker()])
            for ticket in tickets {
                let call = try await ticket.value
                #expect(call.size == 1 && call.hasJob)
            }
        }
    }

    @Test func aCallIsAnArrayOfOne() async throws {
        try await withJobs { database, model in
            let call = try await model.call(Together(number: 1))
            #expect(call.size == 1 && !call.hasJob)
            await #expect(throws: ModelError.conflict("-1 is negative")) {
                try await model.call(Together(number: -1))
            }
            #expect(try await self.labels(database) == ["1"])
        }
    }

    // MARK: Support

    private func withJobs(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await body(database, database.model([Together.self]))
        }
    }

    /// Runs jobs as a group. Those that it gives back run one after the other.
    private func run(
        _ jobs: [Job], _ model: Model, middleware: [any JobMiddleware] = [],
        beforehand: (Runners) -> Void = { _ in }
    ) async {
        let context = WorkerContext(testing: model, middleware: middleware)
        let runners = Runners(slots: 1, send: { _ in }) { await context.attend(to: $0, $1) }
        beforehand(runners)
        await GroupAttempt(
            jobs: jobs, handler: FunctionHandler<Together>(), context: context, runners: runners
        ).run()
    }

    private func labels(_ database: TestDatabase) async throws -> [String] {
        try await database.store.rows("select label from effect order by label", as: String.self)
    }

    /// Makes the first inserts into `effect` fail with an error of this code.
    private func raise(_ code: String, times: Int, in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    create sequence passed;
                    create function conflict() returns trigger language plpgsql as $$
                    begin
                      if nextval('passed') <= \(times) then
                        raise exception 'a conflict' using errcode = '\(code)';
                      end if;
                      return null;
                    end $$;
                    create trigger conflicts after insert on effect for each statement
                    execute function conflict();
                    """)
        }
    }
}
