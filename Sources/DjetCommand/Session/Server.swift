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
        try check(connectionString)
        return try await body(try place.naming(connectionString))
    case .embedded(let folder):
        let postgres = EmbeddedPostgres(folder: folder)
        guard postgres.isMade || !mustExist && place.name == nil else {
            throw CommandFailure.noDatabase(place.name, in: folder)
        }
        let server = try await start(postgres, in: folder)
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

/// Starts the embedded server. A terminal shows that it is being made, which takes some seconds.
private func start(_ postgres: EmbeddedPostgres, in folder: String) async throws -> EmbeddedServer {
    let bar = ProgressBar("Creating a PostgreSQL in \(folder)")
    if !postgres.isMade { bar.show() }
    defer { bar.clear() }
    return try await postgres.start()
}

/// Throws `CommandFailure` for the address of something else than PostgreSQL, which libpq would take for
/// keywords. The rest of the address may hold a password, and is not shown.
private func check(_ connectionString: String) throws {
    guard let scheme = connectionString.prefixMatch(of: #/[A-Za-z][A-Za-z0-9+.-]*:\/\//#)?.output,
        !["postgres://", "postgresql://"].contains(scheme)
    else { return }
    let origin = EnvironmentSettings.process.originOfServer
    throw CommandFailure(
        .configuration,
        """
        “\(scheme)…” is not an address of PostgreSQL: use postgres://host/database, or host=… dbname=…. \
        Check \(origin).
        """)
}

extension CommandFailure {
    fileprivate static func noDatabase(_ name: String?, in folder: String) -> CommandFailure {
        let program = Application.current.name
        guard let name else {
            return CommandFailure(
                .unavailable,
                """
                there is no database in the folder \(folder): `\(program) up` or `\(program) migrate` creates one. \
                Or choose another with --folder, --database or DATABASE_URL
                """)
        }
        return CommandFailure(
            .unavailable,
            """
            there is no database “\(name)”: the folder \(folder) holds no PostgreSQL yet. A bare name needs the \
            server of DATABASE_URL or PGHOST, or a folder in which the database is
            """)
    }
}

extension DatabasePlace {
    fileprivate func naming(_ connectionString: String) throws -> String {
        guard let name else { return connectionString }
        return try ConnectionString.naming(name, in: connectionString)
    }
}
