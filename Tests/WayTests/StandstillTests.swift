import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The server stands still for longer than the workers' lease, and goes on.
@Suite(.endsWithTheSuite) struct StandstillTests {
    @Test func aStandstillOfTheServerStrikesNoWorkerOff() async throws {
        // The other server counts the time. Its turn is awaited before anything stands still.
        try await withDatabase(migrated: false) { other in
            try await OwnServer.with { server, _ in
                try await standStill(server) {
                    // Longer than the lease, and than the ten seconds after which a worker gives up its
                    // session.
                    _ = try await other.store.query("select pg_sleep(14)")
                }
            }
        }
    }

    private func standStill(_ server: OwnServer, while pause: () async throws -> Void) async throws {
        let model = Model(
            store: server.store, functions: Functions(testFunctions), logger: TestDatabase.logger,
            clock: { Date() })
        let workers = try (1...2).map { _ in
            try TestProcess("test-worker", ["work", server.connectionString, "default", "3"])
        }
        let tickets = try await model.offload([SleepAnHour(), SleepAnHour()])
        for ticket in tickets {
            for try await progress in ticket.progress where progress.note == "here" { break }
        }
        // A worker's registration rings.
        for await _ in server.store.listener.rings(on: [model.queue.workersChannel])
        where try await workerNumbers(server).count == 2 { break }
        let before = try await workerNumbers(server)

        let processes = try await server.freeze()
        defer { server.thaw(processes) }
        try await pause()
        server.thaw(processes)
        try await untilAllHaveBeaten(server)

        #expect(try await workerNumbers(server) == before)
        for ticket in tickets {
            let job = try await ticket.job
            #expect(job.status == .processing)
            #expect(job.attempt == 1)
            try await ticket.cancel()
        }
        for worker in workers {
            worker.signal(SIGTERM)
            #expect(await worker.exitCode() == 0)
        }
    }

    private func workerNumbers(_ server: OwnServer) async throws -> [Int] {
        try await server.store.rows(
            "select id from jobmachine.workers() where is_alive order by id", as: Int.self)
    }

    /// Waits until all workers have registered and have beaten several times since.
    private func untilAllHaveBeaten(_ server: OwnServer) async throws {
        let mark = try await server.store.first(
            "select last_value + 16 from jobmachine.worker_beat_seq", as: Int.self)
        let late: Statement = """
            select from jobmachine.worker_beat_seq s
            where s.last_value < \(mark)
              or (select count(*) from jobmachine.workers() w where w.is_alive) < 2
            """
        try await until(orElse: "a worker is not back, or does not beat") {
            try await server.store.query(late).isEmpty
        }
    }
}
