import DjetModel
import DjetStore
import DjetTesting
import Testing

@testable import ImportFromSwiftJobs

/// The move from swift-jobs-postgres, whose tables the tests make as its migrations do.
@Suite struct MoveJobsTests {
    @Test func waitingAndDelayedJobsAreMovedOnce() async throws {
        try await withModel(parts: [.swiftJobs]) { model in
            try await Self.makeTables(in: model)
            for number in 1...5 { try await Self.add("SendEmail", #"{"to": \#(number)}"#, to: model) }
            try await Self.add("Report", "{}", priority: 4, delay: "1 day", to: model)
            let first = try await model.call(MoveJobs(batch: 2, kinds: ["Report": "reports.write"]))
            #expect(first == MoveJobs.Output(moved: 6, refused: 0))
            let second = try await model.call(MoveJobs())
            #expect(second == MoveJobs.Output())
            let jobs = try await model.database.rows(
                "select kind || ' ' || priority || ' ' || status from jobmachine.jobs group by 1 order by 1",
                as: String.self)
            #expect(jobs == ["reports.write 0 scheduled", "send-email 4 entered"])
            let arguments = try await model.database.rows(
                "select (arguments -> 'to')::integer from jobmachine.jobs where kind = 'send-email' order by 1",
                as: Int.self)
            #expect(arguments == [1, 2, 3, 4, 5])
        }
    }

    /// The dump of swift_jobs was loaded a second time.
    @Test func aJobThatComesAgainIsNotMovedAgain() async throws {
        try await withModel(parts: [.swiftJobs]) { model in
            try await Self.makeTables(in: model)
            try await Self.add("SendEmail", "{}", to: model)
            _ = try await model.call(MoveJobs())
            try await model.database.query(
                "insert into swift_jobs.queues (job_id, created_at) select id, now() from swift_jobs.jobs")
            let again = try await model.call(MoveJobs())
            #expect(again == MoveJobs.Output())
        }
    }

    @Test func aBadJobHarmsNoOther() async throws {
        try await withModel(parts: [.swiftJobs]) { model in
            try await Self.makeTables(in: model)
            for payload in [
                "[1]", "{", #"{"": {"p": 1}}"#, #"{"NoParameters": {}}"#, #"{"A": {"p": "\u0000"}}"#,
            ] {
                try await Self.add(payload: payload, to: model)
            }
            try await Self.add("SendEmail", "{}", to: model)
            let output = try await model.call(MoveJobs())
            #expect(output == MoveJobs.Output(moved: 1, refused: 5))
            let faults = try await model.database.first(
                "select count(fault) from swift_jobs_import.moved", as: Int.self)
            #expect(faults == 5)
            let left = try await model.database.first("select count(*) from swift_jobs.queues", as: Int.self)
            #expect(left == 5)
        }
    }

    @Test(arguments: [(false, false, 0), (true, false, 1), (false, true, 1), (true, true, 2)])
    func whatIsNotInLineIsMovedIfAsked(interrupted: Bool, failed: Bool, count: Int) async throws {
        try await withModel(parts: [.swiftJobs]) { model in
            try await Self.makeTables(in: model)
            for status in 1...5 {
                try await Self.add("SendEmail", "{}", status: status, isInLine: false, to: model)
            }
            let output = try await model.call(MoveJobs(interrupted: interrupted, failed: failed))
            #expect(output == MoveJobs.Output(moved: count, refused: 0))
        }
    }

    @Test func aDatabaseWithoutSwiftJobsIsTold() async throws {
        try await withModel(parts: [.swiftJobs]) { model in
            let error = await #expect(throws: ModelError.self) { try await model.call(MoveJobs()) }
            #expect(error?.message.hasPrefix("there is no table swift_jobs.jobs in this database. ") == true)
        }
    }
}

extension MoveJobsTests {
    private static func makeTables(in model: Model) async throws {
        try await model.database.withConnection { connection in
            try await connection.run(
                script: """
                    create schema swift_jobs;
                    create table swift_jobs.jobs (
                      id uuid primary key, job bytea not null, last_modified timestamptz not null default now(),
                      created_at timestamptz not null default now(), queue_name text not null default 'default',
                      status smallint not null, worker_id text);
                    create table swift_jobs.queues (
                      job_id uuid primary key, created_at timestamptz not null,
                      delayed_until timestamptz not null default now(),
                      queue_name text not null default 'default', priority smallint not null default 2);
                    """)
        }
    }

    /// Adds a job as swift-jobs does.
    private static func add(
        _ name: String, _ parameters: String, priority: Int = 2, delay: String = "0", status: Int = 0,
        isInLine: Bool = true, to model: Model
    ) async throws {
        try await add(
            payload: #"{"\#(name)": {"p": \#(parameters), "q": 786000000.5, "a": 1}}"#, priority: priority,
            delay: delay, status: status, isInLine: isInLine, to: model)
    }

    private static func add(
        payload: String, priority: Int = 2, delay: String = "0", status: Int = 0, isInLine: Bool = true,
        to model: Model
    ) async throws {
        try await model.database.query(
            """
            with added as (
              insert into swift_jobs.jobs (id, job, status)
              values (gen_random_uuid(), convert_to(\(payload), 'UTF8'), \(status))
              returning id
            )
            insert into swift_jobs.queues (job_id, created_at, delayed_until, priority)
            select id, now(), now() + \(delay)::interval, \(priority) from added where \(isInLine)
            """)
    }
}
