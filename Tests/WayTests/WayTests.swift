import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The way of a ticket, from the call to the value.
@Suite struct WayTests {
    @Test func theSameFunctionCalledAndOffloadedGivesTheSameValue() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let called = try await model.call(Echo(text: "grød på æble"))
            try await withWorker(model) {
                let offloaded = try await model.offload(Echo(text: "grød på æble")).value
                #expect(called == offloaded)
            }
        }
    }

    @Test(arguments: Refuse.Way.allCases)
    func theSameFunctionCalledAndOffloadedGivesTheSameError(way: Refuse.Way) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let called = await error { try await model.call(Refuse(way)) }
            try await withWorker(model) {
                let offloaded = await error { try await model.offload(Refuse(way)).value }
                switch way {
                case .model:
                    #expect(offloaded as? ModelError == called as? ModelError && called is ModelError)
                case .own: #expect(offloaded as? Refuse.TooHeavy == called as? Refuse.TooHeavy)
                case .sql: #expect(offloaded as? ModelError == .notFound("no such order"))
                case .foreign:
                    // It cannot be encoded, so the caller gets its message.
                    #expect(offloaded.map { "\($0)" } == called.map { "\($0)" })
                    #expect(offloaded is JobError)
                }
            }
        }
    }

    @Test func aJobOffloadedInATransactionThatRollsBackNeverExisted() async throws {
        struct ChangeOfMind: Error {}
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            await #expect(throws: ChangeOfMind.self) {
                try await model.transaction { model in
                    _ = try await model.offload(Effect(label: "gone"))
                    throw ChangeOfMind()
                }
            }
            try await withWorker(model) {
                // By now the worker has looked at the whole line.
                _ = try await model.offload(Effect(label: "stays")).value
                #expect(try await database.effects("gone") == 0)
                #expect(try await model.findJobs().jobs.count == 1)
            }
        }
    }

    @Test func waitingInsideTheTransactionIsRefusedRatherThanHanging() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.transaction { model in
                let ticket = try await model.offload(Echo(text: "a"))
                await #expect(throws: JobError.notCommitted(ticket.id)) { try await ticket.value }
                return ticket
            }
            try await withWorker(model) {
                let value = try await ticket.value
                #expect(value == "a")
            }
        }
    }

    @Test func aWaiterInAnotherProcessGetsTheValueByARing() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "told"))
            let waiter = try TestProcess("test-worker", ["await", database.connectionString, "\(ticket)"])
            #expect(try await waiter.line() == "waiting")
            // On the server's clock enough time passes for a polling waiter to look.
            try await database.store.query("select pg_sleep(1)")
            try await withWorker(model) {
                let value = try await waiter.text()
                #expect(value == "told")
            }
            // Once when it began to listen, once when it was rung.
            #expect(try await database.calls(like: "%outcomes(%") == 2)
        }
    }

    @Test func psqlThatListensToATicketIsTold() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"), on: "slow")
            let psql = try TestProcess("psql", ["-XAtq", database.connectionString], isBuiltHere: false)
            try psql.say("listen \"jobmachine.\(ticket)\";")
            try psql.say("select 'listening';")
            #expect(try await psql.line() == "listening")
            try await withWorker(model, configuration: WorkerConfiguration(queues: ["slow"])) {
                _ = try await ticket.value
            }
            try psql.say("select 'looking';")
            #expect(try await psql.line() == "looking")
            #expect(try await psql.line().hasPrefix("Asynchronous notification \"jobmachine.\(ticket)\""))
            try psql.say("\\q")
        }
    }

    @Test func whatPsqlOffloadsIsRun() async throws {
        try await withWorker(of: testFunctions) { database, model in
            let psql = try TestProcess(
                "psql",
                [
                    "-XAtqc", "select jobmachine.offload('test.echo', '{\"text\": \"from psql\"}')",
                    database.connectionString,
                ], isBuiltHere: false)
            let number = try #require(Int64(try await psql.line()))
            let ticket = model.ticket(TicketID(queue: "default", number: number), of: String.self)
            #expect(try await ticket.value == "from psql")
        }
    }

    @Test func aKilledWorkersJobRunsAgainOnAnIdleOne() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await database.withGate(1) { open in
                let first = try TestProcess("test-worker", ["work", database.connectionString, "default"])
                let ticket = try await model.offload(Effect(label: "once", gate: 1))
                let claimed = try await database.job(of: ticket) { $0.progress != nil }
                // The second worker starts only now, and is idle.
                try await withWorker(model) {
                    let killed = ContinuousClock.now
                    first.signal(SIGKILL)
                    let rescued = try await database.job(of: ticket) { $0.attempt == 2 && $0.progress != nil }
                    #expect(killed.duration(to: .now) < TimeLimit.seconds(20))
                    #expect(rescued.worker != claimed.worker)
                    try await open()
                    #expect(try await ticket.value == "once")
                }
                #expect(try await database.effects("once") == 1)
                let attempts = try await model.attempts(of: ticket.id)
                #expect(attempts.map(\.error.type) == ["rescue"])
            }
        }
    }

    @Test func aWorkerThatIsToldToStopHandsItsWorkBack() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let worker = try TestProcess("test-worker", ["work", database.connectionString, "default"])
            let ticket = try await model.offload(SleepAnHour())
            try await database.job(of: ticket) { $0.progress != nil }
            worker.signal(SIGTERM)
            #expect(await worker.exitCode() == 0)
            let job = try await ticket.job
            #expect(job.status == .entered)
            #expect(job.attempt == 0, "the attempt does not count")
            #expect(
                try await database.store.first("select count(*) from jobmachine.worker", as: Int.self) == 0)
        }
    }

    @Test func aFileOf50MegabytesSurvivesAsAResultByteForByte() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let file = try await model.offload(BigFile(size: 50_000_000, seed: 42)).value
            #expect(file.size == 50_000_000)
            #expect(file.mimeType == "application/octet-stream")
            var offset = 0
            for try await chunk in model.bytes(of: file) {
                let original = BigFile.bytes(from: offset, to: offset + chunk.count, seed: 42)
                #expect(chunk == original, "from byte \(offset)")
                offset += chunk.count
            }
            #expect(offset == 50_000_000)
        }
    }

    private func error<Value>(_ body: () async throws -> Value) async -> (any Error)? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error
        }
    }
}
