import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A restart or a failover of the server ends the sessions of all workers at once, and one of them returns
/// first.
@Suite struct ReunionTests {
    @Test func whoeverIsNotBackYetIsGivenTime() async throws {
        try await withDatabase { database in
            let ticket = try await jobOfAWorkerWithoutSession(7, in: database)
            try await withSession(ofWorker: 8, in: database) { back in
                let grace = try await database.store.first(
                    "select extract(epoch from jobmachine.grace_of(7, 8))::float", as: Double.self)
                #expect((0...3).contains(try #require(grace)))
                try await back.query("select jobmachine.beat(8)")
                #expect(try await ticket.status == .processing, "the beat did not take it for dead")

                async let watch = database.store.first("select jobmachine.watch(8)", as: Int.self)
                try await watcher(in: database, waitsFor: "PgSleep")
                try await withSession(ofWorker: 7, in: database) { _ in
                    try await watcher(in: database, waitsFor: "advisory")
                    #expect(try await ticket.status == .processing)
                }
                #expect(try await watch == 1, "the death that it sees now is rescued at once")
            }
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func whoeverDoesNotComeBackIsTakenForDead() async throws {
        try await withDatabase { database in
            let ticket = try await jobOfAWorkerWithoutSession(7, in: database)
            try await withSession(ofWorker: 8, in: database) { back in
                let rescued = try await database.store.first("select jobmachine.watch(8)", as: Int.self)
                #expect(rescued == 1)
                #expect(try await ticket.status == .entered)
            }
        }
    }

    @Test func whoeverIsNewGivesNobodyTime() async throws {
        try await withDatabase { database in
            let ticket = try await jobOfAWorkerWithoutSession(7, in: database)
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            let worker = try await connection.first(
                "select jobmachine.register('here', 1, array['default'], 1)", as: Int.self)
            try await connection.query("select jobmachine.beat(\(worker)::integer)")
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func whoeverHasNoSessionTakesNobodyForDead() async throws {
        try await withDatabase { database in
            let ticket = try await jobOfAWorkerWithoutSession(7, in: database)
            try await database.enterWorker(8)
            let watch = try await database.store.first("select jobmachine.watch(8)", as: Int?.self)
            #expect(watch == .some(nil))
            #expect(try await ticket.status == .processing)
        }
    }

    private func jobOfAWorkerWithoutSession(_ id: Int, in database: TestDatabase) async throws -> Ticket<
        String
    > {
        try await database.enterWorker(id)
        let ticket = try await database.model().offload(Echo(text: "a"))
        try await database.store.query("select jobmachine.claim('default', \(id)::integer, 1)")
        return ticket
    }

    /// Runs `body` after a worker has returned.
    private func withSession(
        ofWorker id: Int, in database: TestDatabase, _ body: (Connection) async throws -> Void
    ) async throws {
        try await database.enterWorker(id)
        let connection = try await Connection.open(database.connectionString)
        defer { connection.close() }
        try await connection.query(
            "select jobmachine.register('here', 1, array['default'], 1, worker => \(id)::integer)")
        try await body(connection)
    }

    /// Waits until the watch waits for this event.
    private func watcher(in database: TestDatabase, waitsFor event: String) async throws {
        let waiting: Statement = """
            select from pg_stat_activity
            where datname = current_database() and wait_event = \(event) and query like '%watch(8)%'
            """
        try await until(orElse: "the watch does not wait for \(event)") {
            try await !database.store.query(waiting).isEmpty
        }
    }
}
