import DjetStore
import Foundation
import Testing

/// A cluster folder of one test, removed at its end, and a look at the processes that belong to it.
final class TestCluster: Sendable {
    static let binaries = "/usr/lib/postgresql/15/bin"

    let top: String
    let folder: String

    init(named name: String = "cluster") throws {
        top = "/tmp/djet-test-\(UUID().uuidString.prefix(8))"
        folder = "\(top)/\(name)"
        try FileManager.default.createDirectory(
            atPath: top, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
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

    /// Whatever runs with this folder in its command line, and the sessions of supervisors.
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
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Waits for a condition, looking every few milliseconds; a test that waits in vain fails.
func until(_ limit: Duration = .seconds(20), _ condition: () throws -> Bool) async throws {
    let end = ContinuousClock.now + limit
    while try !condition() {
        try #require(ContinuousClock.now < end, "waited in vain")
        try await Task.sleep(for: .milliseconds(5))
    }
}
