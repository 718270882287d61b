import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A worker whose functions occupy all cooperative threads.
@Suite struct BusyTests {
    /// Occupies all threads: there are as many as cores.
    private let count = ProcessInfo.processInfo.activeProcessorCount

    @Test func itIsNotTakenForDead() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let busy = try start(database, "default")
            // This worker would strike the busy one off after too long a silence.
            let other = try start(database, "elsewhere")
            let tickets = try await model.offload((0..<count).map { _ in BusyLoop(seconds: 5) })
            for ticket in tickets {
                let isDone = try await ticket.value
                let attempt = try await ticket.job.attempt
                #expect(isDone)
                #expect(attempt == 1)
            }
            #expect(try await model.refusals().isEmpty)
            await stop(busy, other)
        }
    }

    @Test func itHearsThatAJobIsCancelled() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let busy = try start(database, "default")
            let tickets = try await model.offload((0..<count).map { _ in BusyLoop(seconds: 60) })
            for ticket in tickets { try await database.job(of: ticket) { $0.status == .processing } }
            for ticket in tickets {
                try await ticket.cancel()
                await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
                // The job was not given up as unresponsive: its own code has ended.
                #expect(try await ticket.job.error == nil)
            }
            await stop(busy)
        }
    }

    @Test func itEndsAJobWhoseTimeIsOver() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let busy = try start(database, "default")
            let tickets = try await model.offload((0..<count).map { _ in LimitedBusyLoop(seconds: 60) })
            for ticket in tickets {
                await #expect(throws: JobError.timedOut(seconds: 0.2)) { try await ticket.value }
            }
            await stop(busy)
        }
    }

    private func start(_ database: TestDatabase, _ queue: String) throws -> TestProcess {
        try TestProcess("test-worker", ["work", database.connectionString, queue, "3"])
    }

    private func stop(_ workers: TestProcess...) async {
        for worker in workers {
            worker.signal(SIGTERM)
            #expect(await worker.exitCode() == 0)
        }
    }
}
