import DjetTestSupport
import Foundation
import Testing

/// The scripts of `Examples/psql-worker`, with a test's own handlers.
final class PsqlWorker: Sendable {
    /// The handlers' folder, where they may leave files for a test.
    let folder = FileManager.default.temporaryDirectory.appending(path: "djet-handlers-\(UUID().uuidString)")
    private let database: TestDatabase

    /// Writes a shell script for each kind.
    init(on database: TestDatabase, handlers: [String: String]) throws {
        self.database = database
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (kind, script) in handlers {
            try writeProgram(script, to: folder.appending(path: kind).path())
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a worker beside `body`, and stops it afterwards by SIGTERM.
    func work<Result: Sendable>(
        _ options: String..., body: (TestProcess) async throws -> Result
    ) async throws -> Result {
        let worker = try start(options)
        let result = try await body(worker)
        worker.signal(SIGTERM)
        let log = try await worker.text()
        #expect(await worker.exitCode() == 0, "\(log)")
        return result
    }

    /// Starts a worker, whose output is its log.
    func start(_ options: [String] = []) throws -> TestProcess {
        // The worker looks this often only for the tests.
        let arguments = ["--handlers", folder.path(), "--look", "0.02"] + options
        return try Self.process("worker.sh", arguments, database, redirection: "2>&1")
    }

    /// Starts a client, whose output is the reply. Its messages are dropped unless told otherwise.
    static func client(
        _ arguments: String..., on database: TestDatabase, redirection: String = "2>/dev/null"
    ) throws -> TestProcess {
        try process("client.sh", ["--look", "0.02"] + arguments, database, redirection: redirection)
    }

    /// Installs the queue by psql alone, as README.md says, and returns all that psql prints.
    static func installation(on database: TestDatabase) async throws -> String {
        let command = """
            { echo 'create schema jobmachine;'; "$0"; } |
              psql -Xq --single-transaction --set ON_ERROR_STOP=1 "$1" 2>&1
            """
        let process = try TestProcess(
            "sh", ["-c", command, script("queue-sql.sh").path(), database.connectionString],
            isBuiltHere: false)
        return try await process.text()
    }

    /// Returns the path of one of the scripts.
    static func script(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/psql-worker/\(name)")
    }

    private static func process(
        _ script: String, _ arguments: [String], _ database: TestDatabase, redirection: String
    ) throws -> TestProcess {
        let path = Self.script(script).path()
        let settings = ["env", "DATABASE_URL=\(database.connectionString)", path]
        return try TestProcess(
            "sh", ["-c", "exec \"$@\" \(redirection)", "sh"] + settings + arguments, isBuiltHere: false)
    }
}
