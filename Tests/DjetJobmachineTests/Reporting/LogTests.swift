import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct LogTests {
    @Test func whatAFunctionLogsBecomesLinesOfItsJob() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let ticket = try await model.offload(WriteLog(lines: 3))
            _ = try await ticket.value
            let lines = try await model.log(of: ticket.id)
            #expect(
                lines.map(\.message) == [
                    "line 0 (number=0)", "line 1 (number=1)", "line 2 (number=2)",
                    "the last line\u{FFFD} of all",
                ])
            #expect(lines.map(\.level) == ["info", "info", "info", "warning"])
            #expect(lines.map(\.attempt) == [1, 1, 1, 1])
            #expect(try await model.log(of: ticket.id, after: lines[1].id) == Array(lines[2...]))
            #expect(try await model.log(of: ticket.id, limit: 1) == Array(lines[..<1]))
        }
    }

    @Test func theLogSurvivesTheRollbackOfItsJob() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let ticket = try await model.offload(WriteLog(lines: 2, fails: true))
            await #expect(throws: ModelError.conflict("enough said")) { try await ticket.value }
            #expect(try await model.log(of: ticket.id).count == 3)
        }
    }

    @Test func theLogCanBeReadWhileTheJobsTransactionIsOpen() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.withGate(1) { open in
                try await withWorker(model) {
                    let ticket = try await model.offload(WriteLog(lines: 5, gate: 1))
                    try await database.wait(on: "jobmachine.\(ticket)") {
                        try await model.log(of: ticket.id).count == 5
                    }
                    #expect(try await ticket.status == .processing)
                    try await open()
                    #expect(try await ticket.value == 5)
                    #expect(try await model.log(of: ticket.id).count == 6)
                }
            }
        }
    }

    @Test func aJobThatFloodsItsLogIsCutAndSaysSo() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let ticket = try await model.offload(WriteLog(lines: 5_000))
            _ = try await ticket.value
            let lines = try await model.log(of: ticket.id, limit: 10_000)
            let leftOut = lines.compactMap { line in
                line.message.hasSuffix("left out here")
                    ? line.message.prefix { $0.isNumber }.description : nil
            }
            #expect(!leftOut.isEmpty)
            let total = leftOut.compactMap(Int.init).reduce(0, +)
            #expect(lines.count - leftOut.count + total == 5_001)
        }
    }

    @Test func oneConnectionIsEnoughForAJobThatLogs() async throws {
        try await withWorker(of: testFunctions, connections: 1) { _, model in
            let ticket = try await model.offload(WriteLog(lines: 3))
            #expect(try await ticket.value == 3)
            #expect(try await model.log(of: ticket.id).count == 4)
        }
    }

    @Test func theFenceRefusesLinesOfAnotherAttempt() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.enterWorker(7)
            let ticket = try await model.offload(Echo(text: "a"))
            _ = try await database.store.query(
                model.queue.claim("default", worker: 7, amount: 1, floors: []))
            let line = PendingLogLine(age: 1, level: "info", message: "hello")
            for (worker, attempt, isTaken) in [(7, 1, true), (8, 1, nil), (7, 2, nil)] as [(Int, Int, Bool?)]
            {
                let statement = model.queue.writeLog(
                    worker: worker, id: ticket.id.number, attempt: attempt, lines: [line])
                #expect(try await database.store.first(statement, as: Bool?.self) == isTaken)
            }
            #expect(try await model.log(of: ticket.id).map(\.message) == ["hello"])
        }
    }

    @Test func aJobThatRunsForAWhileRingsOnce() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.withGate(1) { open in
                var rings = database.store.listener.rings(on: ["jobmachine.default.1"]).makeAsyncIterator()
                #expect(await rings.next() == .began)
                try await withWorker(model) {
                    // The job says nothing of itself.
                    let ticket = try await model.offload(WaitAtGate(gate: 1))
                    #expect(ticket.description == "default.1")
                    #expect(await rings.next() == .rang(channel: "jobmachine.default.1", saying: "moved"))
                    #expect(try await ticket.status == .processing)
                    try await open()
                    #expect(await rings.next() == .rang(channel: "jobmachine.default.1"))
                }
            }
        }
    }

    @Test func daysOfTheLogAreKeptAndDropped() async throws {
        try await withDatabase { database in
            try await database.store.query(
                "create table jobmachine.log_20200101 partition of jobmachine.log for values from ('2020-01-01') to ('2020-01-02')"
            )
            try await database.store.query("select jobmachine.keep_days('14 days')")
            let days = try await database.store.first(
                "select count(*) from pg_inherits where inhparent = 'jobmachine.log'::regclass", as: Int.self)
            #expect(days == 8)
        }
    }
}
