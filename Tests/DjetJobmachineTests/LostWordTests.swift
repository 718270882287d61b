import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Messages that were lost because a connection broke.
@Suite struct LostWordTests {
    @Test func aJobThatWasClaimedInVainGoesBackToTheLine() async throws {
        try await withWorker(of: testFunctions) { database, model in
            _ = try await model.offload(Echo(text: "first")).value
            // Simulates a worker that has claimed the job without receiving the answer.
            let ticket = try await model.transaction { model in
                let ticket = try await model.offload(Echo(text: "second"))
                try await model.database.query(
                    "select claim.id from jobmachine.worker w, jobmachine.claim('default', w.id, 1) claim"
                )
                return ticket
            }
            #expect(try await ticket.status == .processing)
            try await breakAClaim(database)
            #expect(try await ticket.value == "second")
            #expect(try await ticket.job.attempt == 1, "the attempt that nobody made does not count")
        }
    }

    @Test func oneThatExpiredMeanwhileDoesNotRun() async throws {
        try await withWorker(of: testFunctions) { database, model in
            _ = try await model.offload(Echo(text: "first")).value
            let ticket = try await model.transaction { model in
                let ticket = try await model.offload(Echo(text: "second"), expires: .after(.seconds(3_600)))
                try await model.database.query(
                    "select claim.id from jobmachine.worker w, jobmachine.claim('default', w.id, 1) claim"
                )
                try await model.database.query(
                    """
                    update jobmachine.job set environment = environment || '{"expires": "2020-01-01T00:00:00Z"}'
                    where id = \(ticket.id.number)
                    """)
                return ticket
            }
            try await breakAClaim(database)
            await #expect(throws: JobError.expired(ticket.id)) { try await ticket.value }
        }
    }

    @Test func whoeverWaitsIsToldWhenAWorkerDiedBeforeItRang() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model()
            try await database.enterWorker(1)
            let ticket = try await model.offload(Echo(text: "a"))
            async let value = ticket.value
            try await until(orElse: "the caller has not looked") {
                try await database.calls(like: "%outcomes(%") > 0
            }
            try await database.store.query("select jobmachine.claim('default', 1, 1)")
            try await database.store.query(
                model.queue.reply(worker: 1, ids: [ticket.id.number], attempts: [1], replies: ["\"a\""]))
            // Another worker finds the first one dead.
            try await database.enterWorker(2)
            try await database.store.query("select jobmachine.beat(2)")
            #expect(try await value == "a")
        }
    }

    @Test(arguments: [true, false]) func everybodyLooksWhenAWorkerDiesAndNobodyWhenItStops(stops: Bool)
        async throws
    {
        try await withDatabase { database in
            let queue = database.model().queue
            let worker = try await Connection.open(database.connectionString)
            let neighbour = try await Connection.open(database.connectionString)
            func register(_ connection: Connection) async throws -> Int {
                let statement = queue.register(
                    host: "test", process: 1, queues: ["default"], slots: 1, worker: nil)
                return try #require(try await connection.first(statement, as: Int.self))
            }
            let id = try await register(worker)
            let watcher = try await register(neighbour)
            var rings = database.store.listener.rings(on: ["bell"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            async let rescued = neighbour.first("select jobmachine.watch(\(watcher))", as: Int.self)
            _ = try await database.blocked(like: "%watch(%")
            if stops { try await worker.query("select jobmachine.unregister(\(id))") }
            worker.close()
            #expect(try await rescued == 0)
            try await database.store.query(Connection.ring(["bell"]))
            #expect(await rings.next() == (stops ? .rang(channel: "bell") : .began))
            neighbour.close()
        }
    }

    @Test(.endsWithTheSuite) func aLaterAttemptOfAJobThatRunsStillGoesBackToTheLine() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                try await database.withGate(5) { open in
                    let ticket = try await model.offload(Effect(label: "a", gate: 5))
                    try await database.job(of: ticket) { $0.progress != nil }
                    // Simulates a job that came back, and that this worker claimed again without receiving
                    // the answer.
                    try await database.store.query(
                        "update jobmachine.job set attempt = 2, progress = null where id = \(ticket.id.number)"
                    )
                    try await breakAClaim(database)
                    try await database.job(of: ticket) { $0.attempt == 2 && $0.progress != nil }
                    try await open()
                    #expect(try await ticket.value == "a")
                }
            }
        }
    }

    @Test(.endsWithTheSuite) func aCancellationIsAskedForAgainWhenTheAnswerWasLost() async throws {
        try await withWorker(of: testFunctions) { database, model in
            let ticket = try await model.offload(SleepAnHour())
            try await database.job(of: ticket) { $0.progress != nil }
            try await database.store.transaction { connection in
                try await connection.query(
                    "insert into jobmachine.cancellation (job) values (\(ticket.id.number))")
                let worker = try await connection.first(
                    "select worker from jobmachine.job where id = \(ticket.id.number)", as: Int.self)
                try await connection.query("lock table jobmachine.job in access exclusive mode")
                let channel = model.queue.channel(ofWorker: try #require(worker))
                try await database.store.query(Connection.ring([channel]))
                let process = try await database.blocked(like: "%cancelled_of%")
                try await database.store.query("select pg_terminate_backend(\(process))")
            }
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    @Test(.endsWithTheSuite) func aBeatRepeatsACancellationOfWhichTheWorkerWasNotTold() async throws {
        try await withWorker(of: testFunctions) { database, model in
            let ticket = try await model.offload(SleepAnHour())
            let job = try await database.job(of: ticket) { $0.progress != nil }
            let worker = try #require(job.worker)
            try await database.store.query(
                "insert into jobmachine.cancellation (job) values (\(ticket.id.number))")
            try await database.store.query("select jobmachine.beat(\(worker)::integer)")
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    /// Ends the session on which a worker claims, in the middle of a claim.
    private func breakAClaim(_ database: TestDatabase) async throws {
        try await database.store.transaction { connection in
            try await connection.query("lock table jobmachine.queue in access exclusive mode")
            try await database.store.query(Connection.ring(["jobmachine.default"]))
            let process = try await database.blocked(like: "%claim%")
            try await database.store.query("select pg_terminate_backend(\(process))")
        }
    }
}
