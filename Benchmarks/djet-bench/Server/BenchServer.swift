import DjetCommand
import DjetStore
import Foundation
import Logging

/// Runs `body` with the connection string of the named server, or of a new one with default durability and
/// room in memory.
func withBenchServer(
    of place: DatabasePlace, _ logger: Logger, _ body: (String) async throws -> Void
) async throws {
    if case .given(let connectionString) = place.server { return try await body(connectionString) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "djet-bench-\(getpid())").path()
    let server = try await EmbeddedPostgres(folder: folder, settings: settings).start()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
        try await body(server.connectionString)
        await server.release()
    } catch {
        await server.release()
        throw error
    }
}

private var settings: [String: String] {
    let memory = ProcessInfo.processInfo.physicalMemory >> 20
    return ["shared_buffers": "\(min(1024, memory / 8))MB", "max_wal_size": "8GB"]
}
