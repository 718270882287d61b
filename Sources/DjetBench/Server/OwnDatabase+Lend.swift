import DjetCommand
import Logging

extension OwnDatabase {
    /// Makes it anew for `body`, which is told how to connect to it, and removes it afterwards.
    func lend<Result: Sendable>(
        on connectionString: String, _ logger: Logger, to body: (String) async throws -> Result
    ) async throws -> Result {
        let own = try await makeAnew(on: connectionString, logger)
        do {
            let result = try await body(own)
            try await drop(on: connectionString, logger)
            return result
        } catch {
            // It may hold gigabytes. Why the work has failed matters more than why they stay.
            try? await drop(on: connectionString, logger)
            throw error
        }
    }
}
