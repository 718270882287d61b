import ArgumentParser
import DjetStore
package import Logging

/// The flags of every command: the database, and how much to log.
package struct DatabaseOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            """
            A connection string, or the name of a database that is there already: on the server of DATABASE_URL \
            or libpq's PG… variables, or else in the embedded PostgreSQL.
            """, valueName: "connection"))
    var database: String?

    @Option(help: "The queue's schema (default: jobmachine).")
    var schema: String?

    @Option(
        help: """
            The folder of the embedded PostgreSQL (default: ~/.local/share/djet; for root /var/lib/djet). It is \
            used even if DATABASE_URL or a PG… variable names a server.
            """)
    var folder: String?

    @Option(
        help: ArgumentHelp(
            "The lowest level to log on standard error: trace, debug, info, notice, warning, error or critical.",
            valueName: "level"))
    var logLevel: String?

    @Option(
        help: ArgumentHelp(
            "The form of the log: text, or json for an object a line, with the spans of traced requests and jobs.",
            valueName: "format"))
    var logFormat: String?

    package func validate() throws {
        if folder?.isEmpty == true { throw ValidationError("--folder is empty: name a folder") }
        if folder != nil, database.map(DatabasePlace.isConnectionString) == true {
            throw ValidationError(
                "--database names a server, and --folder means the embedded one: leave one of them out")
        }
        if let logLevel, Logger.Level(rawValue: logLevel) == nil {
            throw ValidationError("“\(logLevel)” is not a log level: use \(Self.levels)")
        }
        if let logFormat, LogFormat(rawValue: logFormat) == nil {
            throw ValidationError("“\(logFormat)” is no form of a log: use \(LogFormat.names)")
        }
    }

    package var place: DatabasePlace {
        DatabasePlace(database ?? environment.database, folder: folder, environment: environment)
    }

    /// The flags that lead another command to the same database and schema, with a blank in front of each. A
    /// connection string is left out, since it may hold a password.
    var flags: String {
        let shown = database.map { DatabasePlace.isConnectionString($0) ? "…" : $0 }
        let all = [("database", shown), ("schema", schema), ("folder", folder)]
        return all.map { name, value in value.map { " --\(name) \($0)" } ?? "" }.joined()
    }

    /// The queue's schema: by flag, by environment, or `jobmachine`.
    var schemaName: String { schema ?? environment.schema ?? "jobmachine" }

    /// Returns the times after which the store gives up. Throws `CommandFailure` for one out of range.
    func limits(_ environment: EnvironmentSettings = .process) throws -> StoreLimits {
        let usual = StoreLimits()
        return StoreLimits(
            opening: try seconds("opening-limit", usual.opening, environment),
            answer: try seconds("statement-limit", usual.answer, environment),
            commit: try seconds("commit-limit", usual.commit, environment),
            silence: try seconds("silence", usual.silence, environment))
    }

    /// Returns the longest wait for a free connection. Throws `CommandFailure` if it is out of range.
    func patience(_ environment: EnvironmentSettings = .process) throws -> Duration {
        try seconds("pool-limit", StoreConfiguration().patience, environment)
    }

    private func seconds(
        _ name: String, _ usual: Duration, _ environment: EnvironmentSettings
    ) throws -> Duration {
        let seconds = try NumberSetting.number(
            name, nil, environment.value(of: name), usual / Duration.seconds(1), in: 1...3_600)
        return .seconds(seconds)
    }

    /// Returns a logger to standard error, at `level` unless told otherwise. Throws `CommandFailure` for an
    /// unknown level or form.
    package func logger(_ level: Logger.Level) throws -> Logger {
        let format = try self.format
        var logger = Logger(label: Application.current.name) { format.handler($0) }
        logger.logLevel = try self.level ?? level
        if format == .json { Application.current.spans.write(to: logger) }
        return logger
    }

    private var level: Logger.Level? {
        get throws {
            guard let word = logLevel ?? environment.logLevel else { return nil }
            if let level = Logger.Level(rawValue: word) { return level }
            throw CommandFailure(.configuration, "DJET_LOG_LEVEL must be \(Self.levels) (got “\(word)”)")
        }
    }

    private var format: LogFormat {
        get throws {
            let word = logFormat ?? environment.logFormat ?? LogFormat.text.rawValue
            if let format = LogFormat(rawValue: word) { return format }
            throw CommandFailure(
                .configuration, "DJET_LOG_FORMAT must be \(LogFormat.names) (got “\(word)”)")
        }
    }

    private var environment: EnvironmentSettings { .process }

    private static var levels: String { Logger.Level.allCases.map(\.rawValue).joined(separator: ", ") }
}
