import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The rights of a login that is a member of `djet_offload` only.
@Suite struct OffloadRoleTests {
    @Test func itOffloadsAndAwaits() async throws {
        try await withOffloader { model in
            let value = try await model.offload(Echo(text: "a")).value
            #expect(value == "a")
            let many = try await model.results(of: model.offload([Twice(number: 1), Twice(number: 2)]))
            #expect(try many.map { try $0.get() } == [2, 4])
            let first = try await model.offload(Echo(text: "b"))
            let second = try await model.offload(Echo(text: "c"), after: [first.id])
            #expect(try await second.value == "c")
            await #expect(throws: ModelError.conflict("order 7 has not shipped")) {
                try await model.offload(Refuse(.model)).value
            }
        }
    }

    @Test func manyAtOnceGoTogether() async throws {
        try await withOffloader { model in
            let values = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<50 {
                    group.addTask { try await model.offload(Twice(number: number)).value }
                }
                return try await group.reduce(0, +)
            }
            #expect(values == 2_450)
        }
    }

    @Test func aGreatManyAreOffloadedAtOnce() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_offload") { shop in
                let tickets = try await shop.model().offload((0..<2_500).map { Twice(number: $0) })
                #expect(tickets.count == 2_500)
                #expect(try await tickets[2_499].status == .entered)
            }
        }
    }

    @Test func itSeesWhatBecomesOfItsJobs() async throws {
        try await withOffloader { model in
            let ticket = try await model.offload(WriteLog(lines: 2))
            _ = try await ticket.value
            #expect(try await ticket.status == .finished)
            let snapshot = try await model.snapshot(of: ticket.id)
            #expect(snapshot.lines.count == 3)
            #expect(try await model.log(of: ticket.id) == snapshot.lines)
            #expect(try await model.visibleTicket(ticket.id, orRight: false).status == .finished)
            let own = try await model.ownTickets()
            #expect(own.map(\.ticket) == [ticket.id])
        }
    }

    @Test func itFollowsAJobAndCancelsIt() async throws {
        try await withOffloader { model in
            let ticket = try await model.offload(SleepAnHour())
            for try await progress in ticket.progress where progress.note == "here" { break }
            let status = try await ticket.cancel()
            #expect(status == .processing)
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    @Test func itSendsSignals() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_offload") { shop in
                let model = shop.model()
                let ticket = try await model.offload(Echo(text: "a")).id
                let isNew = try await model.sendSignal("payment", 7, to: ticket)
                let signals = try await model.signals(of: ticket)
                #expect(isNew && signals.map(\.name) == ["payment"])
            }
        }
    }

    @Test func filesGoThereAndComeBack() async throws {
        try await withOffloader { model in
            let sent = try await model.storeUpload(name: "a.txt", mimeType: "text/plain") { upload in
                try await upload.write(Array("abc".utf8))
            }
            #expect(try await model.ownFile(sent.id) == sent)
            await model.removeFile(sent.id)
            await #expect(throws: ModelError.self) { try await model.file(sent.id) }
            let file = try await model.offload(BigFile(size: 1_500_000, seed: 3)).value
            var bytes: [UInt8] = []
            for try await chunk in model.bytes(of: file) { bytes += chunk }
            #expect(bytes == BigFile.bytes(from: 0, to: 1_500_000, seed: 3))
        }
    }

    @Test func workIsNotItsBusiness() async throws {
        try await withDatabase { database in
            let id = try await database.model().offload(Echo(text: "a")).id.number
            try await database.enterWorker(1)
            try await database.signedIn(as: "djet_offload") { shop in
                let queue = shop.model().queue
                let allowed = try await shop.allowed(of: [
                    queue.register(host: "here", process: 1, queues: ["default"], slots: 1, worker: nil),
                    queue.unregister(1),
                    queue.beat(1, retention: Retention()),
                    queue.watch(1),
                    queue.rank(of: 1),
                    queue.promote(["default"]),
                    queue.promote(["default"], doubts: 0),
                    queue.claim("default", worker: 1, amount: 1, floors: []),
                    queue.reply(worker: 1, ids: [id], attempts: [1], replies: ["1"]),
                    queue.replyOrRaise(worker: 1, ids: [id], attempts: [1], replies: ["1"]),
                    queue.fail(worker: 1, id: id, attempt: 1, failure: "{}", delay: nil),
                    queue.snooze(worker: 1, id: id, attempt: 1, delay: .seconds(1)),
                    queue.assertHeld(worker: 1, id: id, attempt: 1),
                    queue.awaitSignal("a", worker: 1, id: id, attempt: 1, within: .seconds(1)),
                    queue.park(worker: 1, id: id, attempt: 1, signal: "a"),
                    queue.release(worker: 1, ids: [id], attempts: [1]),
                    queue.cancelled(of: 1, ids: [id]),
                    queue.progress(worker: 1, id: id, attempt: 1, progress: "{}"),
                    queue.writeLog(worker: 1, id: id, attempt: 1, lines: []),
                    "select jobmachine.rescue(1)",
                ])
                #expect(allowed == [])
            }
        }
    }

    @Test func whatJobsWereGivenIsNotItsBusiness() async throws {
        try await withDatabase { database in
            let id = try await database.model().offload(Echo(text: "a")).id.number
            try await database.signedIn(as: "djet_offload") { shop in
                let queue = shop.model().queue
                let allowed = try await shop.allowed(of: [
                    queue.status([id]),
                    "select jobmachine.status(\(id))",
                    "select arguments from jobmachine.job",
                    "select arguments from jobmachine.history",
                    "update jobmachine.job set priority = 0",
                    "insert into jobmachine.job (kind) values ('x')",
                    "delete from jobmachine.job",
                    "delete from jobmachine.file",
                    "select value from jobmachine.sent_signal",
                    try queue.findLive(JobSearch(), areRunning: false, below: nil, amount: 10),
                    queue.attempts(of: id),
                    queue.retry(id),
                    queue.cancelMany([id]),
                    queue.deleteMany([id]),
                    queue.pause("default", by: nil),
                    queue.pulse,
                    queue.counts(of: nil),
                ])
                #expect(allowed == [])
            }
        }
    }

    /// Runs a test with a model that may only offload, beside a worker that may only work.
    private func withOffloader(_ body: (Model) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_work") { workshop in
                try await database.signedIn(as: "djet_offload") { shop in
                    try await withWorker(workshop.model(testFunctions)) {
                        try await body(shop.model(testFunctions).acting(as: "ada"))
                    }
                }
            }
        }
    }
}
