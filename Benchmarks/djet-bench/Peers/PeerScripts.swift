import Foundation

/// The peers' scripts, from `Benchmarks/peers`, as files.
struct PeerScripts: Sendable {
    private static let folderName = "peers/"

    let folder: URL

    /// Runs `body` with the scripts in a folder, which is removed afterwards.
    static func with<Result: Sendable>(
        _ body: (PeerScripts) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-peers-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in EmbeddedReferences.files where file.path.hasPrefix(folderName) {
            let name = String(file.path.dropFirst(folderName.count))
            try file.text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return try await body(PeerScripts(folder: folder))
    }

    var path: String { folder.path() }

    func path(of name: String) -> String { folder.appending(path: name).path() }
}
