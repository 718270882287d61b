/// The session settings that Djet relies on. The server, database, role or environment may set others, so one
/// statement sets these on each connection when it is opened.
///
/// A function that needs another value sets it for its transaction: `set local statement_timeout to '5s'`.
/// Settings that Djet does not rely on, such as `search_path` and `TimeZone`, are left alone; so is
/// `default_transaction_read_only`, the administrators' brake. So is `synchronous_commit`: where it is off, a
/// crash of the server may lose the last commits, those of jobs included.
enum SessionSettings {
    /// PostgreSQL 17 has one more limit, `transaction_timeout`.
    private static let firstWithTransactionTimeout = 170_000

    private static let all = [
        // A worker's session is its life, and its transactions last as long as its functions: no clock ends
        // either.
        ("idle_session_timeout", "0"), ("idle_in_transaction_session_timeout", "0"),
        ("statement_timeout", "0"), ("lock_timeout", "0"),
        // The SQL functions look again at what others have committed meanwhile.
        ("default_transaction_isolation", "read committed"), ("default_transaction_deferrable", "off"),
        // The one form in which texts and values are written and read here.
        ("standard_conforming_strings", "on"), ("array_nulls", "on"), ("transform_null_equals", "off"),
        ("datestyle", "iso"), ("intervalstyle", "postgres"), ("bytea_output", "hex"),
        ("extra_float_digits", "1"),
        // Functions are checked when installed, and warnings reach the log.
        ("check_function_bodies", "on"), ("client_min_messages", "warning"),
        // Compiling a query takes tens of milliseconds when the planner expects many rows and finds few.
        ("jit", "off"),
    ]

    /// Makes the server end a running or waiting statement once its client is gone. Not every system supports
    /// it.
    static let statementAboutClient = oneOff(
        "select set_config('client_connection_check_interval', '10s', false)")

    /// Returns the statement that sets all of them and returns the server's start time, which tells it from
    /// others.
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
