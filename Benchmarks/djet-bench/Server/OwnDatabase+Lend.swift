import DjetCommand
import Logging

extension OwnDatabase {
    /// Creates the database anew for `body`, passes it the connection string, and drops the database
    /// afterwards.
    func lend<Result: Sendable>(
        on connectionString: String, _ logger: Logger, to body: (String) async throws -> Result
    ) async throws -> Result {
        let own = try await makeAnew(on: connectionString, logger)
        do {
            let result = try await body(own)
            try await drop(on: connectionString, logger)
            return result
        } catch {
            // It may hold gigabytes. The error of `body` matters more than one of this drop.
            try? await drop(on: connectionString, logger)
            throw error
        }
    }
}
