import DjetModel
import DjetStore
import Foundation

/// A server whose disk takes a millisecond longer to sync a write.
///
/// A small library delays it, compiled on the spot and preloaded into the server.
struct SlowDisk: Sendable {
    let bench: Bench

    /// Runs `body` on such a server, or reports why there is none.
    func run(_ body: (Bench) async throws -> Void) async throws {
        guard !bench.isServerGiven else {
            return bench.report.say(
                "The slow disk is left out: it needs a server that the bench has made (no --database).")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-slow-disk-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let library = try await compile(in: folder) else { return }
        try await bench.elsewhere("slow-disk", environment: ["LD_PRELOAD": library]) { bench in
            try await expectSlow(bench)
            try await body(bench)
        }
    }

    /// Listens to the queue while `body` runs, since a ring without listeners costs less.
    static func withListener(_ bench: Bench, _ body: () async throws -> Void) async throws {
        try await bench.withModel(connections: 1) { model in
            let channel = model.queue.channel(of: "bench")
            var rings = model.store.listener.rings(on: [channel]).makeAsyncIterator()
            _ = await rings.next()
            try await body()
            withExtendedLifetime(rings) {}
        }
    }

    /// Returns the library's path; nil if it cannot be compiled.
    private func compile(in folder: URL) async throws -> String? {
        let source = folder.appending(path: "slow-disk.c")
        let library = folder.appending(path: "slow-disk.so")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try ReferenceScripts.text(of: "slow-disk", ending: "c")
            .write(to: source, atomically: true, encoding: .utf8)
        let words = ["-shared", "-fPIC", "-O2", "-o", library.path(), source.path(), "-ldl"]
        let (status, output) = try await onOwnThread { try Tool(["/usr/bin/env", "cc"] + words).run() }
        guard status == 0 else {
            bench.report.say("The slow disk is left out: \(Self.reason(status, output))")
            return nil
        }
        // The server's user needs access even under a strict umask.
        for path in [folder.path(), library.path()] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        return library.path()
    }

    /// Returns why the compiler failed. A shell's status 127 means that there is no such program.
    private static func reason(_ status: Int32, _ output: String) -> String {
        status == 127
            ? "it needs a C compiler, and there is no cc (apt-get install gcc)."
            : "cc ended with status \(status): \(output.suffix(300))"
    }

    /// Throws if the disk is fast: a library that cannot be loaded is skipped silently.
    private func expectSlow(_ bench: Bench) async throws {
        let rate = try await SendBenchmark.one(bench, clients: 1)
        guard rate < 1000 else {
            throw BenchError("a disk that takes a millisecond a commit let \(Int(rate)) a second pass")
        }
    }
}
