import ArgumentParser
import DjetStore
package import Logging

/// The flags that every command has: which database, and how much to log.
package struct DatabaseOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            """
            A connection string, or the name of a database on the server of DATABASE_URL. Without either, the \
            embedded PostgreSQL.
            """, valueName: "connection"))
    var database: String?

    @Option(help: "The queue's schema (default: jobmachine).")
    var schema: String?

    @Option(help: "Where the embedded PostgreSQL lives.")
    var folder: String?

    @Option(
        help: ArgumentHelp(
            "What is logged on standard error: trace, debug, info, notice, warning, error or critical.",
            valueName: "level"))
    var logLevel: String?

    package func validate() throws {
        if let logLevel, Logger.Level(rawValue: logLevel) == nil {
            throw ValidationError("“\(logLevel)” is no log level: take \(Self.levels)")
        }
    }

    package var place: DatabasePlace {
        DatabasePlace(database ?? environment.database, folder: folder, environment: environment)
    }

    /// Throws `StoreError` if it cannot be a schema's name.
    var schemaName: String { schema ?? environment.schema ?? "jobmachine" }

    /// When to give up a server that says nothing. Throws `CommandFailure`.
    func limits() throws -> StoreLimits {
        guard let text = environment.silence else { return StoreLimits() }
        guard let seconds = Double(text), (1...3600).contains(seconds) else {
            throw CommandFailure(
                .configuration, "DJET_SILENCE is “\(text)”: take a number of seconds from 1 to 3600")
        }
        return StoreLimits(silence: .seconds(seconds))
    }

    /// A logger to standard error, at `level` unless told otherwise. Throws `CommandFailure`.
    package func logger(_ level: Logger.Level) throws -> Logger {
        var logger = Logger(label: Application.current.name) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        guard let word = logLevel ?? environment.logLevel else { return logger }
        guard let wanted = Logger.Level(rawValue: word) else {
            throw CommandFailure(.configuration, "DJET_LOG_LEVEL is “\(word)”: take \(Self.levels)")
        }
        logger.logLevel = wanted
        return logger
    }

    private var environment: EnvironmentSettings { .process }

    private static var levels: String { Logger.Level.allCases.map(\.rawValue).joined(separator: ", ") }
}
