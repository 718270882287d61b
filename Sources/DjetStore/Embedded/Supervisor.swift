import Glibc

/// The shell process that keeps a server: detached from this program, it starts the server, ends it when
/// nobody holds it, and ends with it. All of it runs as the server's user.
struct Supervisor {
    let cluster: ClusterFolder
    let user: ServerUser
    let binaries: PostgresBinaries
    let settings: ServerSettings
    /// Variables that only the server sees, beside the bare environment.
    let environment: [String: String]

    /// The script's parameters are the server's command. It inherits two descriptors: 3, supervisor.lock,
    /// which it holds while it lives, and 4, users.lock, which it waits for. The server inherits neither.
    ///
    /// - The waiter, once it has users.lock, interrupts the process group (a fast shutdown) until the server
    ///   is gone. A single signal could come before the server listens for it.
    /// - The server runs in the foreground, because a shell makes background commands ignore SIGINT.
    /// - If the supervisor is killed, --pdeathsig shuts the server down. Comparing the parent with $0 closes
    ///   the gap before that: a child whose supervisor is already gone does not begin.
    private static let script = """
        trap '' HUP TERM
        trap : INT
        setpriv --pdeathsig KILL sh -c '
            [ $PPID = $0 ] || exit
            until setpriv --pdeathsig KILL flock -x 4; do sleep 1 4>&-; done
            while kill -s INT -- -$0; do sleep 0.1 4>&-; done' $$ 3>&- &
        setpriv --pdeathsig INT sh -c '[ $PPID = $0 ] && exec "$@" 3>&- 4>&-' $$ "$@"
        kill -s KILL $!
        """

    /// Starts it with a new log and returns at once; `supervision` is supervisor.lock, held exclusively.
    /// Throws `EmbeddedPostgresError` if the log cannot be written or a program is missing.
    func launch(holding supervision: FileLock) throws(EmbeddedPostgresError) {
        let log = open(cluster.log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard log >= 0 else {
            throw EmbeddedPostgresError("The file \(cluster.log) cannot be written: \(SystemError.last).")
        }
        defer { close(log) }
        for name in ["flock", "setpriv"] { _ = try Tool.path(of: name) }
        let shell = [try Tool.path(of: "setsid"), "--fork", "/bin/sh", "-c", Self.script, "djet-postgres"]
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let prefix = variables.isEmpty ? [] : ["/usr/bin/env"] + variables
        let server = prefix + [binaries.postgres, "-D", cluster.data] + settings.options
        _ = try Tool(
            try user.commandPrefix() + shell + server,
            inheriting: [supervision, try FileLock(cluster.usersLock)]
        ).run(output: log)
    }
}
