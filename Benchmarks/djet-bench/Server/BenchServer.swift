import DjetCommand
import DjetStore
import Foundation

/// Runs `body` with the connection string of the named server, or of a new one with default durability and
/// room in memory.
func withBenchServer(of place: DatabasePlace, _ body: (String) async throws -> Void) async throws {
    if case .given(let connectionString) = place.server { return try await body(connectionString) }
    let memory = ProcessInfo.processInfo.physicalMemory >> 20
    let settings = ["shared_buffers": "\(min(1024, memory / 8))MB", "max_wal_size": "8GB"]
    try await withOwnServer("bench", settings: settings, body)
}

/// Runs `body` with the connection string of a new server, which is removed afterwards.
///
/// - Parameters:
///   - name: distinguishes it from others of the same run.
///   - environment: the server's additional variables, such as `LD_PRELOAD`.
func withOwnServer(
    _ name: String, settings: [String: String], environment: [String: String] = [:],
    _ body: (String) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "djet-\(name)-\(getpid())").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try await EmbeddedPostgres(folder: folder, settings: settings, environment: environment)
        .start()
    do {
        try await body(server.connectionString)
        await server.release()
    } catch {
        await server.release()
        throw error
    }
}

extension Bench {
    /// True if the bench uses a server that was named, where its options are limited.
    var isServerGiven: Bool {
        if case .given = options.target.place.server { true } else { false }
    }

    /// Runs `body` with the same bench on another server of its own.
    func elsewhere(
        _ name: String, settings: [String: String] = [:], environment: [String: String] = [:],
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await withOwnServer("bench-\(name)", settings: settings, environment: environment) { server in
            let database = OwnDatabase(name: "djet_bench", maker: "djet-bench")
            let bench = Bench(
                options: options, connectionString: try await database.makeAnew(on: server, logger),
                report: report, logger: logger)
            try await bench.migrate()
            try await body(bench)
        }
    }
}
