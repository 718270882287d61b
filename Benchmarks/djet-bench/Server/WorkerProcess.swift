import DjetModel
import DjetStore
import Foundation

/// `work` of this program, in a process of its own.
final class WorkerProcess: Sendable {
    private let process: ChildProcess

    init(on connectionString: String) throws {
        process = try ChildProcess(
            [
                // Not the path from which it was started: another program may be there by now.
                "/proc/\(getpid())/exe", "work", "--database", connectionString, "--schema", "jobmachine",
                "--queues", "bench", "--log-level", "error",
            ],
            environment: ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DJET_") },
            output: .null)
    }

    var usage: ProcessUsage {
        get throws { try ProcessUsage(of: process.id) }
    }

    /// Waits until it has registered, and returns its number. It polls, since a process that fails rings
    /// nobody.
    @discardableResult
    func untilRegistered(in bench: Bench) async throws -> Int {
        let workers: Statement = "select id from jobmachine.worker where pid = \(process.id)"
        return try await bench.withModel { model in
            try await until(
                {
                    guard process.isRunning else { throw BenchError("the worker's process has ended early") }
                    return try await model.store.first(workers, as: Int.self)
                }, orElse: "the worker's process has not registered")
        }
    }

    /// Ends it as a crash would, and waits until it is gone.
    func die() async {
        process.signal(SIGKILL)
        _ = await process.exitCode()
    }

    /// Asks it to stop, and waits until it has. Throws `BenchError` if its status is not 0.
    func stop() async throws {
        process.signal(SIGTERM)
        let status = await process.exitCode()
        guard status == 0 else { throw BenchError("the worker's process has ended with status \(status)") }
    }
}
