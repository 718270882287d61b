import DjetStore
import DjetTestSupport
import Foundation

/// The program `office work` in a process of its own, until it is stopped.
final class WorkProcess: Sendable {
    private let process: ChildProcess

    init(_ arguments: [String] = [], on database: TestDatabase) throws {
        process = try ChildProcess(
            [Run.folder.appending(path: "office").path(percentEncoded: false), "work"] + arguments,
            environment: Run.environment(of: database), output: .null, error: .null)
    }

    /// Sends SIGTERM, or another signal, and returns the exit status as a shell does.
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        process.signal(signal)
        return await process.exitCode()
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
