import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A server of a test's own, on whose disk there may be no room for more.
///
/// A small library, which is compiled on the spot and preloaded into the server, lets no table grow then.
struct FullDisk {
    private let folder: URL
    private let server: EmbeddedServer
    let store: Store

    var connectionString: String { server.connectionString }

    /// Runs a test on such a server, with everything migrated and room as yet.
    static func with(_ body: (FullDisk) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "djet-full-disk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let disk = try await FullDisk(in: folder)
        do {
            _ = try await Migrator([DjetSQL.queue()]).migrate(disk.store)
            try await body(disk)
        } catch {
            await disk.close()
            throw error
        }
        await disk.close()
    }

    private init(in folder: URL) async throws {
        // The server's user has to get in even if our umask is stricter.
        let open: [FileAttributeKey: Any] = [.posixPermissions: 0o755]
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: open)
        let library = try await Self.compile(in: folder)
        try FileManager.default.setAttributes(open, ofItemAtPath: library)
        self.folder = folder
        server = try await EmbeddedPostgres(
            folder: folder.appending(path: "cluster").path(), settings: ["fsync": "off"],
            environment: ["LD_PRELOAD": library, "DJET_FULL_DISK": Self.flag(in: folder).path()]
        ).start()
        store = Store(
            StoreConfiguration(connectionString: server.connectionString), logger: TestDatabase.logger)
    }

    private func close() async {
        await store.close()
        await server.release()
    }

    /// From now on there is no room.
    func fill() throws { try Data().write(to: Self.flag(in: folder)) }

    /// There is room again.
    func empty() throws { try FileManager.default.removeItem(at: Self.flag(in: folder)) }

    private static func flag(in folder: URL) -> URL { folder.appending(path: "full") }

    /// The library's path.
    private static func compile(in folder: URL) async throws -> String {
        let source = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Shims/full-disk.c").standardized.path()
        let library = folder.appending(path: "full-disk.so").path()
        // Swift brings its own compiler of C, where the system has none.
        let script = "exec $(command -v cc || command -v clang) \"$@\" 2>&1"
        let words = ["-c", script, "sh", "-shared", "-fPIC", "-o", library, source, "-ldl"]
        let compiler = try TestProcess("sh", words, isBuiltHere: false)
        let output = try await compiler.text()
        try #require(await compiler.exitCode() == 0, "\(output)")
        return library
    }
}
