import DjetCommand
import DjetStore
import Foundation

/// PostgreSQL's own pgbench, with a script of `Benchmarks/reference`.
struct PGBench {
    let connectionString: String
    let script: String
    /// Another script, appended to the first.
    var nextScript: String?
    var clients = 1
    /// Per client; nil runs it for `seconds` instead.
    var transactions: Int?
    var seconds = 3
    var mode = "prepared"
    var variables: [String: Int] = [:]
    /// Replacements for the script's names in braces.
    var texts: [String: String] = [:]

    /// Returns transactions per second. Throws `CommandFailure` if pgbench or a transaction fails.
    func run() async throws -> Double {
        let file = FileManager.default.temporaryDirectory.appending(path: "djet-bench-\(UUID()).sql")
        defer { try? FileManager.default.removeItem(at: file) }
        let scripts = try [script, nextScript].compactMap(\.self).map { try ReferenceScripts.text(of: $0) }
        let text = texts.reduce(into: scripts.joined(separator: "\n")) {
            $0.replace("{\($1.key)}", with: $1.value)
        }
        try text.write(to: file, atomically: true, encoding: .utf8)
        let connection = try await Connection.open(connectionString)
        let server = ConnectionString.complete(of: connection)
        connection.close()
        let command = [try program] + arguments + ["-f", file.path(), server]
        let (status, output) = try await onOwnThread { try Tool(command).run() }
        guard status == 0, let rate = Self.rate(in: output) else {
            throw CommandFailure(.failed, "pgbench ended with \(status): \(output.suffix(500))")
        }
        return rate
    }

    private var arguments: [String] {
        let amount = transactions.map { ["-t", "\($0)"] } ?? ["-T", "\(seconds)"]
        return ["-n", "-M", mode, "-c", "\(clients)", "-j", "\(min(clients, 2))"] + amount
            + variables.flatMap { ["-D", "\($0.key)=\($0.value)"] }
    }

    private var program: String {
        get throws {
            let folder = try PostgresBinaries.choose(in: nil, forData: nil).folder
            return "\(folder)/pgbench"
        }
    }

    /// Returns the rate in `tps = 1234.5 (without initial connection time)`.
    private static func rate(in output: String) -> Double? {
        output.split(separator: "\n").first { $0.hasPrefix("tps = ") }
            .flatMap { Double($0.split(separator: " ")[2]) }
    }
}

/// The references' scripts, from `Benchmarks/reference`.
enum ReferenceScripts {
    static func text(of name: String, ending: String = "sql") throws -> String {
        let path = "reference/\(name).\(ending)"
        guard let file = EmbeddedReferences.files.first(where: { $0.path == path }) else {
            throw CommandFailure(.failed, "there is no reference named \(name)")
        }
        return file.text
    }
}
