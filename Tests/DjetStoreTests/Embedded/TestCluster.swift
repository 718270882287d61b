import DjetStore
import DjetTestSupport
import Foundation
import Glibc
import Testing

/// A cluster folder of one test, removed at its end, and the processes that belong to it.
final class TestCluster: Sendable {
    static let binaries = "/usr/lib/postgresql/15/bin"

    let top: String
    let folder: String

    /// - Parameter isFresh: true for a folder without a cluster. Otherwise it gets a copy of a ready one,
    ///   since initdb takes as long as the rest of a test.
    init(named name: String = "cluster", isFresh: Bool = false) throws {
        top = "/tmp/djet-test-\(UUID().uuidString.prefix(8))"
        folder = "\(top)/\(name)"
        try FileManager.default.createDirectory(
            atPath: top, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        guard !isFresh else { return }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        _ = try Self.output(of: ["/bin/cp", "-a", "\(Self.ready.get().folder)/data", "\(folder)/data"])
    }

    /// A cluster that has been started once and ended.
    private static let ready = Result {
        let cluster = try TestCluster(isFresh: true)
        let command = "exec \"$0\" \"$1\" fsync=off < /dev/null"
        _ = try output(of: ["/bin/sh", "-c", command, Holder.program, cluster.folder])
        // It lasts as long as this process, which no callback tells of its end.
        atexit { TestCluster.removeReady() }
        return cluster
    }

    private static func removeReady() {
        if let top = try? ready.get().top { try? FileManager.default.removeItem(atPath: top) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: top)
    }

    var embedded: EmbeddedPostgres { EmbeddedPostgres(folder: folder, settings: ["fsync": "off"]) }

    var postmaster: Int32? {
        let text = try? String(contentsOfFile: "\(folder)/data/postmaster.pid", encoding: .utf8)
        return text?.split(separator: "\n").first.flatMap { Int32($0) }.flatMap { ProcessEntry($0)?.id }
    }

    var supervisor: Int32? {
        postmaster.flatMap { ProcessEntry($0)?.parent }.flatMap { $0 > 1 ? $0 : nil }
    }

    /// The processes with this folder in their command line, and the rest of their sessions, such as
    /// supervisors.
    var processes: [ProcessEntry] {
        let all = ProcessEntry.all
        let ours = all.filter { $0.commandLine.contains("\(folder)/data") }
        let sessions = Set(ours.map(\.session))
        return all.filter { sessions.contains($0.session) }
    }

    func run(_ sql: String, on connection: String) throws -> String {
        try Self.output(of: ["/usr/bin/psql", "-XAtq", "-c", sql, connection])
    }

    func awaitEnd() async throws {
        try await until { self.processes.isEmpty }
    }

    static func output(of command: [String]) throws -> String {
        try Tool(command).run().output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
