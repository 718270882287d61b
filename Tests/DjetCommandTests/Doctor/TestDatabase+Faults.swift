import DjetModel
import DjetStore
import DjetTestSupport
import Foundation

/// Faults that last as long as a session or a process.
extension TestDatabase {
    /// A worker is killed while it is the only one.
    func withDeadWorker(_ body: () async throws -> Void) async throws {
        let worker = try TestProcess("test-worker", ["work", connectionString, "default"])
        try await untilRegistered()
        worker.signal(SIGKILL)
        _ = await worker.exitCode()
        try await body()
    }

    /// A worker with a lease of three seconds is stopped, not ended.
    func withFrozenWorker(_ body: () async throws -> Void) async throws {
        let worker = try TestProcess("test-worker", ["work", connectionString, "default", "3"])
        try await untilRegistered()
        worker.signal(SIGSTOP)
        defer { worker.signal(SIGKILL) }
        try await body()
    }

    /// A session is registered as a worker, and claims nothing.
    func withUnresponsiveWorker(_ body: () async throws -> Void) async throws {
        try await withSessionOfWorker { _, _ in
            _ = try await model().offload(Echo(text: "a"))
            try await body()
        }
    }

    /// A worker is older than the last migration.
    func withOutdatedWorker(_ body: () async throws -> Void) async throws {
        try await withSessionOfWorker { _, _ in
            try await store.query("update jobmachine.migration set applied_at = now() where number = 0")
            try await body()
        }
    }

    /// One job may run at once in a queue, one does, and another waits.
    func withFullQueue(_ body: () async throws -> Void) async throws {
        try await withSessionOfWorker { worker, connection in
            try await model().limit("default", to: QueueLimit(running: 1))
            _ = try await model().offload([Echo(text: "a"), Echo(text: "b")])
            try await connection.query("select jobmachine.claim('default', \(worker)::integer, 1)")
            try await body()
        }
    }

    /// A transaction that has written is left open.
    func withOpenTransaction(_ body: () async throws -> Void) async throws {
        let connection = try await Connection.open(connectionString)
        defer { connection.close() }
        try await connection.query("begin")
        try await connection.query("create table forgotten ()")
        try await body()
    }

    private func withSessionOfWorker(_ body: (Int, Connection) async throws -> Void) async throws {
        let connection = try await Connection.open(connectionString)
        defer { connection.close() }
        let worker = try await connection.first(
            "select jobmachine.register('test', 1, '{default}', 1)", as: Int.self)
        try await body(worker ?? 0, connection)
    }

    private func untilRegistered() async throws {
        try await wait(on: "jobmachine:workers") { try await model().workers().count == 1 }
    }
}

/// Faults of schedules and chores.
extension TestDatabase {
    /// Adds a schedule that has been due for an hour.
    func makeScheduleDue(_ name: String) async throws {
        try await store.query("select jobmachine.add_schedule(\(name), '@hourly', 'test.echo')")
        try await store.query(
            "update jobmachine.schedule set next_at = now() - interval '1 hour' where name = \(name)")
    }

    /// Lets a schedule pause itself, since the table refuses its jobs.
    func refuseJobsOfASchedule() async throws {
        try await store.query("alter table jobmachine.job add constraint no_echo check (kind <> 'test.echo')")
        try await makeScheduleDue("reports")
        try await store.query("select jobmachine.promote('{default}')")
    }

    /// Lets a chore end with an error.
    func failChore() async throws {
        let model = model()
        try await model.declareChores([Chore("sweep", every: .seconds(3_600)) { _ in }], of: "shop")
        try await enterWorker(1)
        let claims: [ChoreClaim] = try await store.rows(model.queue.claimChores(["sweep"], worker: 1))
        for claim in claims {
            try await store.query(model.queue.endChore(claim, worker: 1, error: "there is no broom"))
        }
    }
}

extension TestDatabase {
    /// Calls `body` with the way to this database through a pooler that shares sessions.
    func behindAPooler(_ body: (String) async throws -> Void) async throws {
        // The path of a socket is short.
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "djet-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let socket: String =
            try await store.first(
                "select split_part(current_setting('unix_socket_directories'), ',', 1)") ?? ""
        let port = try await store.first("select current_setting('port')", as: String.self) ?? ""
        let program = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Shims/pooler.py"
        ).standardizedFileURL.path(percentEncoded: false)
        let name = ".s.PGSQL.\(port)"
        let pooler = try TestProcess(
            "python3",
            [program, "\(socket.trimmingCharacters(in: ["\""]))/\(name)", "\(folder.path())/\(name)"],
            isBuiltHere: false)
        guard try await pooler.line() == "listening" else { throw CancellationError() }
        try await body(connectionString + " host=\(folder.path())")
        try pooler.sayNoMore()
    }
}
