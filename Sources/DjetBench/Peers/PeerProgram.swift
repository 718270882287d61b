import DjetStore
import Foundation

/// One run of a program that is not PostgreSQL's own.
///
/// It gets the signals that our own program blocks: without them Minion's worker would not end.
struct PeerProgram: Sendable {
    let command: [String]

    /// - Parameter limit: after so many seconds it is ended, as if it had failed.
    init(_ command: [String], limit: Int) {
        self.command = ["timeout", "--kill-after=5", "\(limit)", "env"] + Self.settings + command
    }

    /// What it writes, its complaints among it. Throws if it does not end well.
    @discardableResult
    func run() async throws -> String {
        let command = command
        let (status, output) = try await onOwnThread { try Tool(command).run() }
        guard status == 0 else { throw BenchError("it ended with status \(status): \(output.suffix(500))") }
        return output
    }

    /// Of our environment, what pip may need to reach its registry. A `Tool` has none of it.
    private static var settings: [String] {
        ProcessInfo.processInfo.environment.filter { name, _ in
            name == "HOME" || name.hasPrefix("PIP_") || name.lowercased().hasSuffix("_proxy")
        }.map { "\($0.key)=\($0.value)" }
    }
}
