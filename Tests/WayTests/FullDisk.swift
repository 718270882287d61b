import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A server whose disk can become full.
///
/// A small library, compiled on the spot and preloaded into the server, then lets no table grow.
struct FullDisk {
    let server: OwnServer
    private let folder: URL

    /// Runs a test on such a server, whose disk still has room.
    static func with(_ body: (FullDisk) async throws -> Void) async throws {
        try await OwnServer.with(prepare: { folder in
            ["LD_PRELOAD": try await compile(in: folder), "DJET_FULL_DISK": flag(in: folder).path()]
        }) { server, folder in
            try await body(FullDisk(server: server, folder: folder))
        }
    }

    /// Makes the disk full from now on.
    func fill() throws { try Data().write(to: Self.flag(in: folder)) }

    /// Makes room again.
    func empty() throws { try FileManager.default.removeItem(at: Self.flag(in: folder)) }

    private static func flag(in folder: URL) -> URL { folder.appending(path: "full") }

    /// Returns the library's path.
    private static func compile(in folder: URL) async throws -> String {
        let source = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Shims/full-disk.c").standardized.path()
        let library = folder.appending(path: "full-disk.so").path()
        // Swift brings its own C compiler for systems without one.
        let script = "exec $(command -v cc || command -v clang) \"$@\" 2>&1"
        let words = ["-c", script, "sh", "-shared", "-fPIC", "-o", library, source, "-ldl"]
        let compiler = try TestProcess("sh", words, isBuiltHere: false)
        let output = try await compiler.text()
        try #require(await compiler.exitCode() == 0, "\(output)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: library)
        return library
    }
}
