import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A server on whose disk there may be no room for more.
///
/// A small library, which is compiled on the spot and preloaded into the server, lets no table grow then.
struct FullDisk {
    let server: OwnServer
    private let folder: URL

    /// Runs a test on such a server, with room as yet.
    static func with(_ body: (FullDisk) async throws -> Void) async throws {
        try await OwnServer.with(prepare: { folder in
            ["LD_PRELOAD": try await compile(in: folder), "DJET_FULL_DISK": flag(in: folder).path()]
        }) { server, folder in
            try await body(FullDisk(server: server, folder: folder))
        }
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
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: library)
        return library
    }
}
