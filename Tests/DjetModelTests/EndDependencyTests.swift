import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs that wait for the ends of others, however those end.
@Suite struct EndDependencyTests {
    @Test(arguments: [JobStatus.error, .cancelled, .finished])
    func anyEndFreesThem(end: JobStatus) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"), on: "slow")
            let second = try await model.offload(Echo(text: "b"), after: .ended([first.id]))
            let many = try await model.offload([Echo(text: "c")], after: .ended([first.id]))
            #expect(try await second.status == .waiting)
            try await self.end(first.id, end, in: database)
            #expect(try await first.status == end)
            #expect(try await second.status == .entered)
            #expect(try await many[0].status == .entered)
            let rows = try await database.store.first(
                "select count(*) from jobmachine.dependency", as: Int.self)
            #expect(rows == 0)
        }
    }

    @Test func oneThatFailsWithAnotherFreesThemToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let lost = try await model.offload(Echo(text: "b"), after: [first.id])
            let last = try await model.offload(Echo(text: "c"), after: .ended([lost.id]))
            try await first.cancel()
            #expect(try await lost.status == .error)
            #expect(try await last.status == .entered)
            try await model.retry(first.id)
            #expect(try await lost.status == .waiting)
            #expect(try await last.status == .entered, "it waits no more")
        }
    }

    @Test func oneJobCanWaitForBothKinds() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"))
            let both = try await model.offload(
                Echo(text: "c"), after: .finished([first.id]) + .ended([first.id, second.id]))
            try await second.cancel()
            let job = try await both.job
            #expect(job.status == .waiting && job.waitingFor == 1)
            try await first.cancel()
            #expect(try await both.status == .error, "it must finish, since it is in both")
            try await model.retry(first.id)
            #expect(try await both.job.waitingFor == 1)
        }
    }

    @Test func oneThatHasEndedAlreadyIsNotWaitedFor() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            try await first.cancel()
            let second = try await model.offload(Echo(text: "b"), after: .ended([first.id]))
            #expect(try await second.status == .entered)
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(
                    Echo(text: "c"), after: .ended([TicketID(queue: "default", number: 99)]))
            }
            #expect("\(error.map { "\($0)" } ?? "")".contains("job 99, which does not exist"))
        }
    }

    @Test func oneThatEndsBeforeTheCommitIsHeardOf() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.transaction { inside in
                let second = try await inside.offload(Echo(text: "b"), after: .ended([first.id]))
                try await model.cancel(first.id)
                return second.id
            }
            try await withWorker(model) {
                let value = try await model.ticket(second, of: String.self).value
                #expect(value == "b")
            }
        }
    }

    private func end(_ ticket: TicketID, _ status: JobStatus, in database: TestDatabase) async throws {
        let queue = database.model().queue
        let id = ticket.number
        if status == .cancelled {
            try await database.store.query(queue.cancel(id))
            return
        }
        try await database.enterWorker(1)
        try await database.store.query(
            "update jobmachine.job set worker = 1, claimed_at = now(), attempt = 1 where id = \(id)")
        let statement =
            status == .finished
            ? queue.reply(worker: 1, ids: [id], attempts: [1], replies: ["1"])
            : queue.fail(
                worker: 1, id: id, attempt: 1, failure: #"{"type": "x", "message": "y"}"#, delay: nil)
        try await database.store.query(statement)
    }
}
