import DjetStore
import Foundation
import Testing

/// Returns the `StoreError` that `body` throws.
func storeError(_ body: () async throws -> Void) async throws -> StoreError {
    do {
        try await body()
    } catch let error as StoreError {
        return error
    }
    throw StoreError(.misuse, "nothing was thrown")
}

/// Returns the resident memory of this process in bytes.
func residentMemory() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return try #require(fields.dropFirst().first.flatMap { Int($0) }) * 4096
}

extension Database {
    /// Returns the first value of the first row.
    func value<Value: CellDecodable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> Value
    {
        try await #require(query(statement).first).value(0)
    }
}

/// Runs `body` with a socket at which the kernel accepts connections and nobody answers.
func withDeafServer(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "djet-deaf-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = folder.appending(path: ".s.PGSQL.5432").path()
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    let isBound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
        }
    }
    #expect(isBound && listen(descriptor, 16) == 0)
    try await body("host=\(folder.path()) port=5432 dbname=x user=y")
}
