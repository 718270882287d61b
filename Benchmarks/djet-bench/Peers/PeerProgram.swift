import DjetStore
import Foundation

/// One run of a program that is not PostgreSQL's own.
///
/// It receives the signals that our program blocks, without which Minion's worker would not end.
struct PeerProgram: Sendable {
    let command: [String]

    /// - Parameter limit: the seconds after which it is killed, which counts as a failure.
    init(_ command: [String], limit: Int) {
        self.command = ["timeout", "--kill-after=5", "\(limit)", "env"] + Self.settings + command
    }

    /// Returns its output and its error output. Throws `BenchError` if its status is not 0.
    @discardableResult
    func run() async throws -> String {
        let command = command
        let (status, output) = try await onOwnThread { try Tool(command).run() }
        guard status == 0 else { throw BenchError("it ended with status \(status): \(output.suffix(500))") }
        return output
    }

    /// The part of our environment that pip may need to reach its registry. A `Tool` inherits none.
    private static var settings: [String] {
        ProcessInfo.processInfo.environment.filter { name, _ in
            name == "HOME" || name.hasPrefix("PIP_") || name.lowercased().hasSuffix("_proxy")
        }.map { "\($0.key)=\($0.value)" }
    }
}
