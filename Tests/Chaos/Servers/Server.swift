import DjetStore
import DjetTestSupport
import Foundation

/// A PostgreSQL server of the run, in a folder of its own.
///
/// A shell holds the server and waits for a word: the signal that ends it. If this program ends in any way,
/// the shell reads the end of its input and ends the server.
final class Server: Sendable {
    /// The way in which a server ends.
    enum Stop: String, Sendable {
        /// A fast shutdown: everything is written to the disk.
        case fast = "INT"
        /// A crash: memory is lost, and the server must recover.
        case crash = "QUIT"
    }

    private static let script = """
        cd /
        "$@" & server=$!
        read -r word
        kill -s "${word:-QUIT}" $server
        wait $server
        """

    let name: String
    let scene: Scene
    private let user: ServerUser
    private let binaries: PostgresBinaries
    private let keeper = Guarded<ChildProcess?>(nil)

    init(_ name: String, scene: Scene, user: ServerUser, binaries: PostgresBinaries) {
        self.name = name
        self.scene = scene
        self.user = user
        self.binaries = binaries
    }

    var data: String { "\(scene.folder(of: name))/data" }
    var socket: String { scene.socket(in: scene.socketFolder(of: name)) }
    var log: String { "\(scene.logs)/server-\(name).log" }

    /// Creates the server's folders, which belong to the user that it runs as.
    func makeFolder() throws {
        let folder = scene.folder(of: name)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try FileManager.default.createDirectory(
            atPath: scene.socketFolder(of: name), withIntermediateDirectories: false)
        for path in [folder, scene.socketFolder(of: name)] {
            chmod(path, 0o755)
            chown(path, user.id, user.group)
        }
    }

    /// Runs one of PostgreSQL's programs as the server's user. Throws `ChaosError` with its output if it
    /// fails.
    func run(_ program: String, _ arguments: [String]) async throws {
        let command = try user.commandPrefix() + ["\(binaries.folder)/\(program)"] + arguments
        let (status, output) = try await onOwnThread { try Tool(command).run() }
        guard status == 0 else { throw ChaosError("\(program) ended with \(status): \(output.suffix(600))") }
    }

    /// Starts the server, and returns when it answers. Throws `ChaosError` after a minute.
    func start() async throws {
        try launch()
        let limit = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < limit {
            if let connection = try? await Connection.open(
                scene.connectionString(of: name, database: "postgres"))
            {
                return connection.close()
            }
            try await Task.sleep(for: .milliseconds(30))
        }
        throw ChaosError("server \(name) does not answer; see \(log)")
    }

    /// Stops the server, and returns when it has ended. Does nothing if it does not run.
    func stop(_ stop: Stop) async {
        let keeper = self.keeper.withLock { keeper in
            defer { keeper = nil }
            return keeper
        }
        guard let keeper else { return }
        try? keeper.input?.write(contentsOf: Data("\(stop.rawValue)\n".utf8))
        try? keeper.input?.close()
        _ = await keeper.exitCode()
    }

    /// Stops all of its processes with SIGSTOP: they neither answer nor break, and the kernel takes what they
    /// are sent.
    func freeze() {
        signal(SIGSTOP)
    }

    func thaw() {
        signal(SIGCONT)
    }

    /// Ends the server even if it stands still.
    func kill() async {
        ServerProcesses(inDataFolder: data)?.end()
        await stop(.crash)
    }

    private func signal(_ signal: Int32) {
        ServerProcesses(inDataFolder: data)?.signal(signal)
    }

    private func launch() throws {
        let server = ["\(binaries.folder)/postgres", "-D", data] + options
        let log = ChildProcess.Stream.file(FileHandle(appendingTo: log))
        let process = try ChildProcess(
            user.commandPrefix() + ["/bin/sh", "-c", Self.script, "server"] + server,
            environment: ["LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"], input: .pipe, output: log,
            error: log)
        keeper.withLock { $0 = process }
    }

    /// The server's options. It runs without fsync: only processes are killed here, and their writes survive
    /// them.
    private var options: [String] {
        [
            "unix_socket_directories": scene.socketFolder(of: name), "listen_addresses": "", "port": "5432",
            "fsync": "off", "max_connections": "300", "shared_buffers": "64MB", "hot_standby": "on",
            "wal_level": "replica", "wal_keep_size": "512MB", "max_wal_size": "512MB",
            "wal_retrieve_retry_interval": "100ms", "checkpoint_timeout": "60s", "log_checkpoints": "off",
            "cluster_name": "chaos_\(name)",
        ].sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
    }
}
