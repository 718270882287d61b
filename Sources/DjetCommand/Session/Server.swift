import DjetStore
import Logging

/// Runs `body` with the connection string of a place, while its server, if it is the embedded one, is held.
func withServer<Result: Sendable>(
    of place: DatabasePlace, _ logger: Logger, _ body: (String) async throws -> Result
) async throws -> Result {
    switch place.server {
    case .given(let connectionString):
        return try await body(try place.naming(connectionString))
    case .embedded(let folder):
        let server = try await EmbeddedPostgres(folder: folder).start()
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

extension DatabasePlace {
    fileprivate func naming(_ connectionString: String) throws -> String {
        guard let name else { return connectionString }
        return try ConnectionString.naming(name, in: connectionString)
    }
}
