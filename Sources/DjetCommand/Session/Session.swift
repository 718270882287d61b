import DjetModel
import DjetStore
import Foundation
import Logging

/// A database that a command works with, and a model on it, until the command is done.
struct Session: Sendable {
    let application: Application
    let store: Store
    let model: Model
    let migrator: Migrator
    let logger: Logger
}

/// Reaches the database, starting the embedded server if that is meant, runs `body`, and closes all again.
///
/// - Parameters:
///   - connections: the most that are open at a time.
///   - level: what is logged unless the flags say otherwise.
///   - isMigrated: whether the database must be there and migrated already; then one that is not is refused, and none
///     is made.
func withSession<Result: Sendable>(
    _ options: DatabaseOptions, connections: Int = 6, level: Logger.Level = .warning, isMigrated: Bool = true,
    _ body: (Session) async throws -> Result
) async throws -> Result {
    let logger = try options.logger(level)
    return try await withServer(of: options.place, logger, mustExist: isMigrated) { connectionString in
        try await withSession(on: connectionString, options, connections: connections, logger) { session in
            if isMigrated { try await session.migrator.check(session.store) }
            return try await body(session)
        }
    }
}

/// The same on a database that is known already, migrated or not.
func withSession<Result: Sendable>(
    on connectionString: String, _ options: DatabaseOptions, connections: Int, _ logger: Logger,
    _ body: (Session) async throws -> Result
) async throws -> Result {
    let migrator = try Application.current.migrator(schema: options.schemaName)
    let store = Store(
        StoreConfiguration(
            connectionString: connectionString, maximumConnections: connections,
            patience: try options.patience(), limits: try options.limits()),
        logger: logger)
    return try await closing(store) {
        try await body(Session(store, migrator, options.schemaName, logger))
    }
}

extension Session {
    fileprivate init(
        _ store: Store, _ migrator: Migrator, _ schema: String, _ logger: Logger
    ) throws {
        let application = Application.current
        let model = Model(
            store: store, functions: Functions(application.functions), schema: schema, logger: logger,
            clock: { Date() })
        self.init(
            application: application, store: store, model: try application.prepare(model),
            migrator: migrator, logger: logger)
    }
}

private func closing<Result: Sendable>(
    _ store: Store, _ body: () async throws -> Result
) async throws -> Result {
    do {
        let result = try await body()
        await store.close()
        return result
    } catch {
        await store.close()
        throw error
    }
}
