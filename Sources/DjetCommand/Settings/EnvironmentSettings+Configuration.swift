import Foundation

extension EnvironmentSettings {
    /// The settings of this process, read when they are first asked for: after `SettingsFile.apply`.
    static let process = EnvironmentSettings(variables: ProcessInfo.processInfo.environment)
}

/// Settings from the environment; flags override them. An empty variable counts as not set.
///
/// | variable | meaning |
/// |---|---|
/// | `DATABASE_URL`, libpq's `PG…` | the server; without them, the embedded one |
/// | `DJET_DATABASE` | a connection string, or a database of that server |
/// | `DJET_SCHEMA` | the queue's schema |
/// | `DJET_SILENCE` | seconds that the server may owe a sign of life |
/// | `DJET_OPENING_LIMIT` | seconds to open a connection |
/// | `DJET_STATEMENT_LIMIT` | seconds for a statement of Djet's own |
/// | `DJET_COMMIT_LIMIT` | seconds for a commit |
/// | `DJET_POOL_LIMIT` | seconds to wait for a free connection |
/// | `DJET_FOLDER` | the folder of the embedded PostgreSQL |
/// | `DJET_QUEUES`, `DJET_SLOTS` | the queues of a worker, and its jobs at once |
/// | `DJET_GRACE`, `DJET_LEASE` | seconds for running jobs after SIGTERM, and of a worker's silence |
/// | `DJET_RETENTION` | days that ended jobs are kept, for all or by status |
/// | `DJET_REPLY_LIMIT` | MiB of a job's reply |
/// | `DJET_METRICS_PORT`, `DJET_METRICS_HOST` | the address of the figures of a worker alone |
/// | `DJET_HOST`, `DJET_PORT` | the address of the web server |
/// | `DJET_PROXIES` | the number of trusted proxies before it |
/// | `DJET_CLIENTS`, `DJET_CLIENTS_PER_ADDRESS` | the number of connected clients |
/// | `DJET_HEAD_LIMIT`, `DJET_BODY_RATE` | seconds for a request's head, bytes a second of its body |
/// | `DJET_WAITS_PER_USER`, `DJET_JOBS_PER_USER`, `DJET_STORAGE_PER_USER` | limits of one user |
/// | `DJET_ANSWER_LIMIT`, `DJET_TRANSFER_LIMIT` | seconds for an answer, for an upload or download |
/// | `DJET_SECRET_KEYS` | the keys of secrets, `id:base64`, separated by commas; the first one writes |
/// | `DJET_SECRET_KEYS_FILE` | a file of such keys, one a line |
/// | `DJET_PDF` | the program that converts pages to PDF: Chromium, or one like weasyprint |
/// | `DJET_LOG_LEVEL` | the log level |
/// | `DJET_LOG_FORMAT` | the form of the log, `text` or `json` |
/// | `DJET_CONFIG` | a file of these variables, for those that are not set |
/// | `NO_COLOR` | no colours on a terminal |
struct EnvironmentSettings: Sendable {
    let variables: [String: String]

    var server: String? { self["DATABASE_URL"] }
    var database: String? { self["DJET_DATABASE"] }
    var schema: String? { self["DJET_SCHEMA"] }
    var folder: String? { self["DJET_FOLDER"] }
    var queues: String? { self["DJET_QUEUES"] }
    var slots: String? { self["DJET_SLOTS"] }
    var grace: String? { self["DJET_GRACE"] }
    var retention: String? { self["DJET_RETENTION"] }
    var lease: String? { self["DJET_LEASE"] }
    var replyLimit: String? { self["DJET_REPLY_LIMIT"] }
    var host: String? { self["DJET_HOST"] }
    var port: String? { self["DJET_PORT"] }
    var proxies: String? { self["DJET_PROXIES"] }
    var secretKeys: String? { self["DJET_SECRET_KEYS"] }
    var secretKeysFile: String? { self["DJET_SECRET_KEYS_FILE"] }
    var pdf: String? { self["DJET_PDF"] }
    var config: String? { self["DJET_CONFIG"] }
    var logLevel: String? { self["DJET_LOG_LEVEL"] }
    var logFormat: String? { self["DJET_LOG_FORMAT"] }
    var refusesColour: Bool { self["NO_COLOR"] != nil || self["TERM"] == "dumb" }

    /// Returns the variable that stands for a flag.
    static func variable(of flag: String) -> String {
        "DJET_" + flag.uppercased().replacing("-", with: "_")
    }

    /// Returns the value of a flag's variable.
    func value(of flag: String) -> String? { self[Self.variable(of: flag)] }

    /// True if libpq's own variables say where to connect.
    var namesServerForLibPQ: Bool { !variablesOfLibPQ.isEmpty }

    /// The settings that say where to connect, as advice names them.
    var originOfServer: String {
        let variables = server == nil ? variablesOfLibPQ : []
        return (["--database"] + (variables.isEmpty ? ["DATABASE_URL"] : variables)).joined(separator: " or ")
    }

    private var variablesOfLibPQ: [String] {
        ["PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE", "PGUSER"].filter { self[$0] != nil }
    }

    private subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
