import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Requests to cancel a running job: they lock nothing that its worker needs, and none is lost.
@Suite(.endsWithTheSuite) struct CancelRequestTests {
    /// The request is committed when the attempt is over, so that the report has not seen it.
    @Test(arguments: [
        ("reply_or_raise(1, j.id, 1, '1'::jsonb)", JobStatus.finished, JobStatus.finished),
        ("reply(1, array[j.id], array[1], '{1}'::jsonb[])", .finished, .finished),
        ("fail(1, j.id, 1, '{}')", .error, .error),
        ("fail(1, j.id, 1, '{}', '1 hour')", .scheduled, .cancelled),
        ("snooze(1, j.id, 1, '1 hour')", .scheduled, .cancelled),
        ("release(1, array[j.id], array[1])", .entered, .cancelled),
    ])
    func anOpenRequestHoldsUpNothing(report: String, status: JobStatus, fate: JobStatus) async throws {
        try await withDatabase { database in
            let ticket = try await claimedJob(in: database)
            try await withOpenRequest(to: ticket, in: database) {
                for call in [
                    #"progress(1, j.id, 1, '{"done": 1}')"#, "keep_step(1, j.id, 1, 'a', '1')",
                    "assert_held(1, j.id, 1)", report,
                ] {
                    try await self.call(call, in: database)
                }
                #expect(try await ticket.status == status)
            }
            #expect(try await requests(in: database) == 1)
            try await database.store.query("select jobmachine.beat(1)")
            #expect(try await ticket.status == fate)
            #expect(try await requests(in: database) == 0)
        }
    }

    @Test func theJobGoesOnWhileItIsAskedForAndIsCancelledAfterThat() async throws {
        try await withDatabase { database in
            let ticket = try await claimedJob(in: database)
            let asked = database.model().queue.cancelled(of: 1, ids: [ticket.id.number])
            try await withOpenRequest(to: ticket, in: database) {
                try await call(#"progress(1, j.id, 1, '{"done": 1}')"#, in: database)
                #expect(try await database.store.rows(asked, as: Int64.self) == [])
            }
            #expect(try await database.store.rows(asked, as: Int64.self) == [ticket.id.number])
            #expect(try await ticket.job.cancelRequested)
            try await call("fail(1, j.id, 1, '{}', '1 hour')", in: database)
            #expect(try await ticket.status == .cancelled)
            #expect(try await requests(in: database) == 0)
        }
    }

    @Test func aJobWhoseWorkerHasDiedIsCancelled() async throws {
        try await withDatabase { database in
            let ticket = try await claimedJob(in: database)
            for _ in 1...2 { #expect(try await ticket.cancel() == .processing) }
            try await database.store.query("select jobmachine.rescue(1)")
            #expect(try await ticket.status == .cancelled)
            #expect(try await requests(in: database) == 0)
        }
    }

    @Test func aRequestThatCameTooLateDoesNotCountForARetry() async throws {
        try await withDatabase { database in
            let ticket = try await claimedJob(in: database)
            try await withOpenRequest(to: ticket, in: database) {
                try await call("fail(1, j.id, 1, '{}')", in: database)
            }
            #expect(try await requests(in: database) == 1)
            #expect(try await database.model().retry(ticket.id) == .entered)
            try await database.store.query("select jobmachine.beat(1)")
            #expect(try await ticket.status == .entered)
            #expect(try await ticket.job.cancelRequested == false)
        }
    }

    /// It waits for the end of the claim to lock the job, and its transaction stays open afterwards.
    @Test func aCancelGivesTheLockOfAJobBackThatWasClaimedMeanwhile() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let ticket = try await model.offload(Twice(number: 1))
            let id = ticket.id.number
            let (worker, stranger) = (
                try await Connection.open(database.connectionString),
                try await Connection.open(database.connectionString)
            )
            defer {
                worker.close()
                stranger.close()
            }
            try await worker.query("begin")
            try await worker.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await stranger.query("begin")
            async let answer = stranger.first("select jobmachine.cancel(\(id))::text", as: String.self)
            _ = try await database.blocked(like: "select jobmachine.cancel(%")
            try await worker.query("commit")
            #expect(try await answer == "processing")
            try await call(#"progress(1, j.id, 1, '{"done": 1}')"#, in: database)
            try await call("reply_or_raise(1, j.id, 1, '2'::jsonb)", in: database)
            #expect(try await ticket.status == .finished)
            try await stranger.query("rollback")
        }
    }

    // MARK: Support

    /// Offloads a job that worker 1 has claimed.
    private func claimedJob(in database: TestDatabase) async throws -> Ticket<Int> {
        let model = database.model()
        try await database.enterWorker(1)
        let ticket = try await model.offload(Twice(number: 1))
        try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
        return ticket
    }

    /// Runs `body` while another session has asked for a cancellation in a transaction, which is committed
    /// afterwards.
    private func withOpenRequest(
        to ticket: Ticket<Int>, in database: TestDatabase, _ body: () async throws -> Void
    ) async throws {
        let stranger = try await Connection.open(database.connectionString)
        defer { stranger.close() }
        try await stranger.query("begin")
        try await stranger.query("select jobmachine.cancel(\(ticket.id.number))")
        try await body()
        try await stranger.query("commit")
    }

    /// Calls a function of the queue for the one live job, called `j`. A wait for a lock ends with an error.
    private func call(_ function: String, in database: TestDatabase) async throws {
        try await database.store.transaction { connection in
            try await connection.query("set local statement_timeout = '20s'")
            try await connection.query(
                Statement(stringLiteral: "select jobmachine.\(function) from jobmachine.job j"))
        }
    }

    private func requests(in database: TestDatabase) async throws -> Int? {
        try await database.store.first("select count(*) from jobmachine.cancellation", as: Int.self)
    }
}
