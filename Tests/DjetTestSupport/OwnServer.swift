import DjetModel
package import DjetStore
package import Foundation

/// A server of a test's own, for settings that differ from the common server's.
package struct OwnServer: Sendable {
    package let store: Store
    private let server: EmbeddedServer

    package var connectionString: String { server.connectionString }

    /// Runs a test on such a server, with the queue migrated, and removes it with its folder.
    ///
    /// - Parameter prepare: prepares the folder before the server starts, and returns the server's
    ///   environment.
    package static func with(
        _ settings: [String: String] = [:],
        prepare: (URL) async throws -> [String: String] = { _ in [:] },
        _ body: (OwnServer, URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-own-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        // The server's user needs access even under a strict umask.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let server = try await EmbeddedPostgres(
            folder: folder.appending(path: "cluster").path(),
            settings: settings.merging(["fsync": "off"]) { mine, _ in mine },
            environment: try await prepare(folder)
        ).start()
        let configuration = StoreConfiguration(connectionString: server.connectionString)
        let store = Store(configuration, logger: TestDatabase.logger)
        let result = await Result {
            _ = try await Migrator([DjetSQL.queue()]).migrate(store)
            try await body(OwnServer(store: store, server: server), folder)
        }
        await store.close()
        await server.release()
        try result.get()
    }
}

extension OwnServer {
    /// Stops all processes of the server, and returns them, the postmaster first.
    package func freeze() async throws -> [Int32] {
        let first = try await store.first(
            "select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::integer", as: Int32.self)
        guard let postmaster = first else { throw CancellationError() }
        kill(postmaster, SIGSTOP)
        let others = try await store.rows("select pid from pg_stat_activity", as: Int32.self)
        for process in others { kill(process, SIGSTOP) }
        return [postmaster] + others
    }

    /// Lets the processes go on.
    package func thaw(_ processes: [Int32]) {
        for process in processes { kill(process, SIGCONT) }
    }
}
