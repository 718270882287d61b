/// The settings of a session that Djet relies on. A server, a database or a role may be set to others, and so may the
/// environment, so each connection is told them when it is opened, in one statement.
///
/// A function that wants another one says so for its transaction: `set local statement_timeout to '5s'`. What Djet does not
/// rely on, such as `search_path` and `TimeZone`, is left as it is; `default_transaction_read_only`, too, which is the brake of
/// those who look after the server. So is `synchronous_commit`: where it is off, a crash of the server may lose the last commits,
/// of jobs as of everything else.
enum SessionSettings {
    /// From PostgreSQL 17 on there is one more limit.
    private static let firstWithTransactionTimeout = 170_000

    private static let all = [
        // A worker's session is its life, and its transactions last as long as its functions: neither ends by a clock.
        ("idle_session_timeout", "0"), ("idle_in_transaction_session_timeout", "0"),
        ("statement_timeout", "0"), ("lock_timeout", "0"),
        // The functions in SQL look again at what others have committed meanwhile.
        ("default_transaction_isolation", "read committed"), ("default_transaction_deferrable", "off"),
        // The one way in which texts and values are written and read here.
        ("standard_conforming_strings", "on"), ("array_nulls", "on"), ("transform_null_equals", "off"),
        ("datestyle", "iso"), ("intervalstyle", "postgres"), ("bytea_output", "hex"),
        ("extra_float_digits", "1"),
        // Functions are checked when they are installed, and warnings reach the log.
        ("check_function_bodies", "on"), ("client_min_messages", "warning"),
        // To compile a query takes tens of milliseconds where the planner expects many rows, and finds few.
        ("jit", "off"),
    ]

    /// A server that finds its client gone ends the statement that it still runs or waits with. Not every system can tell.
    static let statementAboutClient = oneOff(
        "select set_config('client_connection_check_interval', '10s', false)")

    /// Sets them all, and returns when this server was started, which tells it from others.
    static func statement(version: Int) -> Statement {
        let last = version >= firstWithTransactionTimeout ? [("transaction_timeout", "0")] : []
        let calls = (all + last).map { "set_config('\($0.0)', '\($0.1)', false)" }
        let start = "extract(epoch from pg_postmaster_start_time())::text"
        return oneOff("select \(start), \(calls.joined(separator: ", "))")
    }

    private static func oneOff(_ text: String) -> Statement {
        var statement = Statement(text: text)
        statement.isOneOff = true
        return statement
    }
}
