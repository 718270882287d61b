import DjetTestSupport
import Foundation

/// The program `office work` in a process of its own, until it is stopped.
final class WorkProcess: Sendable {
    private let process = Process()
    private let ended: AsyncStream<Int32>

    init(_ arguments: [String] = [], on database: TestDatabase) throws {
        process.executableURL = Run.folder.appending(path: "office")
        process.arguments = ["work"] + arguments
        process.environment = Run.environment(of: database)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
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

    /// Sends SIGTERM, or another signal, and returns the exit status; -1 if the signal killed it.
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        kill(process.processIdentifier, signal)
        return await ended.first { _ in true } ?? -1
    }
}

/// Runs `office work` beside `body`.
func withWork<Result: Sendable>(
    _ arguments: String..., on database: TestDatabase, _ body: () async throws -> Result
) async throws -> Result {
    let work = try WorkProcess(arguments, on: database)
    do {
        let result = try await body()
        _ = await work.stop()
        return result
    } catch {
        _ = await work.stop()
        throw error
    }
}
