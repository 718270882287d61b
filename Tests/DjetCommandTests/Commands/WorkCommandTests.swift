import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct WorkCommandTests {
    @Test(arguments: [SIGTERM, SIGINT]) func askedToStopItEndsWell(signal: Int32) async throws {
        try await withDatabase(business: true) { database in
            let work = try WorkProcess(on: database)
            try await awaitWorker(of: database)
            let start = ContinuousClock.now
            #expect(await work.stop(signal) == 0)
            #expect(start.duration(to: .now) < TimeLimit.seconds(10))
        }
    }

    @Test func whatItCannotFinishIsHandedBack() async throws {
        try await withDatabase(business: true) { database in
            let work = try WorkProcess(["--grace", "0"], on: database)
            let arguments = #"{"seconds": 60}"#
            _ = try await Run.office("offload", "sleep", "--args", arguments, on: database)
            let model = database.model()
            // The job reports once it runs, which rings its ticket.
            try await database.wait(on: "jobmachine.slow.1") {
                try await model.findJobs().jobs.first?.progress != nil
            }
            #expect(await work.stop() == 0)
            let job = try await model.findJobs().jobs[0]
            #expect(job.status == .entered)
            #expect(job.attempt == 0)
        }
    }

    @Test func itRefusesADatabaseThatIsNotMigrated() async throws {
        try await withDatabase(migrated: false) { database in
            let run = try await Run.office("work", on: database)
            let advice = "run `office migrate` first, or wait until `office up` says Serving"
            #expect(run.error.hasSuffix("is missing or older than this program: \(advice)\n"))
            #expect(run.status == 78)
        }
    }

    private func awaitWorker(of database: TestDatabase) async throws {
        try await database.wait(on: "jobmachine:workers") {
            try await database.store.first("select count(*) from jobmachine.worker", as: Int.self) == 1
        }
    }
}
