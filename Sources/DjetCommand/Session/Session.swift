import DjetModel
import DjetStore
import Foundation
import Logging

/// A command's database, and a model on it.
struct Session: Sendable {
    let application: Application
    let connectionString: String
    let store: Store
    let model: Model
    let migrator: Migrator
    let logger: Logger
}

/// Opens the database, starts the embedded server if that is meant, calls `body`, and closes all again.
///
/// - Parameters:
///   - connections: the limit on open connections.
///   - level: the log level unless the flags name one.
///   - isMigrated: true to throw unless the database is there and migrated; none is made then.
///   - isChecked: false to leave it to `body` to see whether the database is migrated.
///   - queueAlone: true for a command that uses nothing but the queue, so that its login needs no right to
///     look at the other schemas.
func withSession<Result: Sendable>(
    _ options: DatabaseOptions, connections: Int = 6, level: Logger.Level = .warning, isMigrated: Bool = true,
    isChecked: Bool = true, queueAlone: Bool = false, _ body: (Session) async throws -> Result
) async throws -> Result {
    let logger = try options.logger(level)
    return try await withServer(of: options.place, logger, mustExist: isMigrated) { connectionString in
        try await withSession(on: connectionString, options, connections: connections, logger) { session in
            if isMigrated, isChecked { try await session.check(options, queueAlone: queueAlone) }
            return try await body(session)
        }
    }
}

extension Session {
    /// Throws `StoreError` unless the database is migrated. The advice has the flags that lead to it.
    fileprivate func check(_ options: DatabaseOptions, queueAlone: Bool) async throws {
        do {
            try await migrator.check(store, schema: queueAlone ? options.schemaName : nil)
        } catch var error as StoreError where error.code == .migration {
            let advice = "`djet migrate`"
            if error.message.contains(advice) {
                error.message = error.message.replacing(advice, with: "`djet migrate\(options.flags)`")
                error.message += ", or wait until `djet up` says Serving"
            }
            throw error
        }
    }
}

/// Calls `body` with a session on a known database, migrated or not.
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
        try await body(Session(connectionString, store, migrator, options.schemaName, logger))
    }
}

extension Session {
    fileprivate init(
        _ connectionString: String, _ store: Store, _ migrator: Migrator, _ schema: String, _ logger: Logger
    ) throws {
        let application = Application.current
        let model = Model(
            store: store, functions: Functions(application.functions), schema: schema, logger: logger,
            clock: { Date() })
        self.init(
            application: application, connectionString: connectionString, store: store,
            model: try application.prepare(
                model.sealing(with: SecretKeys.read(from: .process))
                    .providing(migrator)
                    .providing(PDFProgram(EnvironmentSettings.process.pdf), as: (any PDFConverter).self)),
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
