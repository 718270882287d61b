import Foundation

extension EnvironmentSettings {
    /// What this process was started with.
    static let process = EnvironmentSettings(variables: ProcessInfo.processInfo.environment)
}

/// What the environment says; flags go over it. A variable that is empty counts as not set.
///
/// | variable | what it sets |
/// |---|---|
/// | `DATABASE_URL`, libpq's `PG…` | the server; without them, the embedded one |
/// | `DJET_DATABASE` | a connection string, or a database of that server |
/// | `DJET_SCHEMA` | the queue's schema |
/// | `DJET_SILENCE` | how many seconds the server may owe a sign of life |
/// | `DJET_OPENING_LIMIT`, `DJET_STATEMENT_LIMIT`, `DJET_COMMIT_LIMIT` | how many seconds a connection, a statement of Djet's own, a commit may take |
/// | `DJET_POOL_LIMIT` | how many seconds to wait for a connection to become free |
/// | `DJET_FOLDER` | where the embedded PostgreSQL lives |
/// | `DJET_QUEUES`, `DJET_SLOTS`, `DJET_GRACE`, `DJET_RETENTION`, `DJET_LEASE`, `DJET_REPLY_LIMIT` | how a worker works |
/// | `DJET_HOST`, `DJET_PORT` | where the web server listens |
/// | `DJET_PROXIES` | how many trusted proxies stand before it |
/// | `DJET_CLIENTS`, `DJET_CLIENTS_PER_ADDRESS`, `DJET_HEAD_LIMIT`, `DJET_BODY_RATE` | how many may be connected, and how slow |
/// | `DJET_WAITS_PER_USER`, `DJET_JOBS_PER_USER`, `DJET_STORAGE_PER_USER` | how much one user may have |
/// | `DJET_ANSWER_LIMIT`, `DJET_TRANSFER_LIMIT` | how long a request may take |
/// | `DJET_LOG_LEVEL` | what is logged |
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
    var logLevel: String? { self["DJET_LOG_LEVEL"] }
    var refusesColour: Bool { self["NO_COLOR"] != nil || self["TERM"] == "dumb" }

    /// The variable that says what a flag says.
    static func variable(of flag: String) -> String {
        "DJET_" + flag.uppercased().replacing("-", with: "_")
    }

    /// What is set instead of a flag.
    func value(of flag: String) -> String? { self[Self.variable(of: flag)] }

    /// Whether libpq is told by its own variables where to connect to.
    var namesServerForLibPQ: Bool {
        ["PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE", "PGUSER"].contains { self[$0] != nil }
    }

    private subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
