import DjetStore
import Logging

/// Calls `body` with the connection string of a place, and holds its embedded server meanwhile.
///
/// - Parameter mustExist: true to throw `CommandFailure` if the folder of the embedded server holds no
///   database; otherwise one is made there.
func withServer<Result: Sendable>(
    of place: DatabasePlace, _ logger: Logger, mustExist: Bool = false,
    _ body: (String) async throws -> Result
) async throws -> Result {
    switch place.server {
    case .given(let connectionString):
        return try await body(try place.naming(connectionString))
    case .embedded(let folder):
        let postgres = EmbeddedPostgres(folder: folder)
        guard postgres.isMade || !mustExist else { throw CommandFailure.noDatabase(in: folder) }
        let server = try await postgres.start()
        logger.info("the embedded PostgreSQL is up", metadata: ["folder": "\(folder)"])
        do {
            let result = try await body(try place.naming(server.connectionString))
            await server.release()
            return result
        } catch {
            await server.release()
            throw error
        }
    }
}

extension CommandFailure {
    fileprivate static func noDatabase(in folder: String) -> CommandFailure {
        let program = Application.current.name
        return CommandFailure(
            .unavailable,
            """
            there is no database in the folder \(folder): `\(program) up` or `\(program) migrate` creates one. \
            Or choose another with --folder, --database or DATABASE_URL
            """)
    }
}

extension DatabasePlace {
    fileprivate func naming(_ connectionString: String) throws -> String {
        guard let name else { return connectionString }
        return try ConnectionString.naming(name, in: connectionString)
    }
}
