import DjetStore
import Foundation

/// A session of PostgreSQL's own `psql`, in a process of its own, that runs a statement and stays.
final class PlainProcess: Sendable {
    private let process: ChildProcess

    init(on connectionString: String, running statement: String) throws {
        let folder = try PostgresBinaries.choose(in: nil, forData: nil).folder
        process = try ChildProcess(
            ["\(folder)/psql", "-XqAt", connectionString], input: .pipe, output: .null, error: .null)
        try process.input?.write(contentsOf: Data("\(statement);\n".utf8))
    }

    var usage: ProcessUsage {
        get throws { try ProcessUsage(of: process.id) }
    }

    /// Ends it as a crash would, and waits until it is gone.
    func die() async {
        process.signal(SIGKILL)
        _ = await process.exitCode()
    }
}
