import DjetModel
import DjetStore
import Foundation

/// `work` of this very program, in a process of its own.
final class WorkerProcess: Sendable {
    private let process = Process()
    private let ended: AsyncStream<Int32>

    init(on connectionString: String) throws {
        // Not where the program lay when it was started: another may lie there by now.
        process.executableURL = URL(filePath: "/proc/\(getpid())/exe")
        process.arguments = [
            "work", "--database", connectionString, "--schema", "jobmachine", "--queues", "bench",
            "--log-level", "error",
        ]
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DJET_") }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let (ended, tell) = AsyncStream.makeStream(of: Int32.self)
        self.ended = ended
        process.terminationHandler = {
            tell.yield($0.terminationReason == .exit ? $0.terminationStatus : -1)
            tell.finish()
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var usage: ProcessUsage {
        get throws { try ProcessUsage(of: process.processIdentifier) }
    }

    /// Waits until it has entered itself, and returns its number. A process that fails rings nobody.
    @discardableResult
    func untilRegistered(in bench: Bench) async throws -> Int {
        let workers: Statement = "select id from jobmachine.worker where pid = \(process.processIdentifier)"
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
        kill(process.processIdentifier, SIGKILL)
        _ = await ended.first { _ in true }
    }

    /// Asks it to stop, and waits until it has. Throws if it does not end well.
    func stop() async throws {
        kill(process.processIdentifier, SIGTERM)
        let status = await ended.first { _ in true } ?? -1
        guard status == 0 else { throw BenchError("the worker's process has ended with status \(status)") }
    }
}
