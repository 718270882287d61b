import DjetStore
import Foundation

/// A primary and a standby. The standby has every commit before it is answered, so no answer is lost with a
/// server.
///
/// Callers let one change be over before the next begins.
actor Cluster {
    private let scene: Scene
    private var primary: Server
    private var other: Server

    init(_ scene: Scene) throws {
        let user = try ServerUser.choose(forData: scene.folder(of: Scene.servers[0]))
        let binaries = try PostgresBinaries.choose(in: nil, forData: nil)
        self.scene = scene
        primary = Server(Scene.servers[0], scene: scene, user: user, binaries: binaries)
        other = Server(Scene.servers[1], scene: scene, user: user, binaries: binaries)
    }

    /// Creates the primary, with an empty database.
    func make() async throws {
        for server in [primary, other] { try server.makeFolder() }
        try await primary.run(
            "initdb",
            [
                "--pgdata=\(primary.data)", "--no-instructions", "--no-sync", "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--auth=trust", "--username=djet",
            ])
        try await primary.start()
        try await command("create database \(Scene.database)", database: "postgres")
    }

    /// Makes a copy of the primary that follows it; from then on each commit waits for the copy.
    func addStandby() async throws {
        try? FileManager.default.removeItem(atPath: other.data)
        try await other.run(
            "pg_basebackup",
            [
                "--pgdata=\(other.data)", "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast",
                "--no-sync", "--dbname=\(scene.connectionString(of: primary.name, database: "postgres"))",
            ])
        try await other.start()
        try await command("alter system set synchronous_standby_names = '*'")
        try await command("select pg_reload_conf()")
        try await awaitStandby()
    }

    /// Stops the primary and starts it again.
    func restart(_ stop: Server.Stop) async throws {
        await primary.stop(stop)
        try await primary.start()
    }

    /// Kills the primary and promotes the standby; nothing follows the new primary until `addStandby`.
    ///
    /// A commit is answered only when the standby has it, so nothing is lost.
    func promote() async throws {
        try await awaitStandby()
        await primary.stop(.crash)
        swap(&primary, &other)
        try await command("select pg_promote(true, 60)", database: "postgres")
    }

    /// Silences the primary, and promotes the standby after a span. Returns both; nothing follows the new
    /// primary until `addStandby`.
    ///
    /// The old primary may live on unheard: no commit that it makes alone is answered.
    ///
    /// - Parameter silence: makes a server silent.
    func promote(
        afterSilenceOf span: Duration, _ silence: @Sendable (Server) -> Void
    ) async throws -> (silent: Server, successor: Server) {
        try await awaitStandby()
        silence(primary)
        swap(&primary, &other)
        try await Task.sleep(for: span)
        try await command("select pg_promote(true, 60)", database: "postgres")
        return (other, primary)
    }

    func end() async {
        for server in [primary, other] {
            server.thaw()
            await server.stop(.crash)
        }
    }

    /// Waits until the standby has all commits up to now, and commits wait for it. Throws `ChaosError` after
    /// a minute.
    private func awaitStandby() async throws {
        let connection = try await Connection.open(scene.connectionString(of: primary.name))
        defer { connection.close() }
        let target = try await connection.first("select pg_current_wal_lsn()::text", as: String.self) ?? "0/0"
        let follows: Statement = """
            select exists (
              select from pg_stat_replication
              where state = 'streaming' and sync_state = 'sync' and flush_lsn >= \(target)::pg_lsn)
            """
        let limit = ContinuousClock.now + .seconds(60)
        while try await connection.first(follows, as: Bool.self) != true {
            guard ContinuousClock.now < limit else {
                throw ChaosError("the standby does not follow; see its log")
            }
            try await Task.sleep(for: .milliseconds(30))
        }
    }

    private func command(_ text: String, database: String = Scene.database) async throws {
        let connection = try await Connection.open(
            scene.connectionString(of: primary.name, database: database))
        defer { connection.close() }
        try await connection.run(script: text)
    }
}
