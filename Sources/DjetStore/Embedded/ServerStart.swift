import Glibc

/// One start: finds the running server or launches it. It blocks, so it runs on a thread of its own.
struct ServerStart: Sendable {
    let folder: String
    let settings: [String: String]
    let environment: [String: String]
    let binaryFolders: [String]?

    /// The limit for a whole start. Recovery after a crash reads the whole log again and should not take
    /// longer.
    private static let patience = Duration.seconds(300)

    func run() throws(EmbeddedPostgresError) -> EmbeddedServer {
        let cluster = try ClusterFolder(making: folder)
        let turn = try FileLock(cluster.startLock)
        turn.lock(.exclusive)
        defer { turn.unlock() }
        let hold = try FileLock(cluster.usersLock)
        // Waits while a supervisor is ending its server; once this lock is held, no supervisor will.
        hold.lock(.shared)
        let wasStarted = try awaitServer(in: cluster, turn: turn)
        return EmbeddedServer(cluster: cluster, hold: hold, wasStarted: wasStarted)
    }

    /// Waits until the server is ready. Returns true if it had to be launched. Throws `EmbeddedPostgresError`
    /// after `patience`.
    private func awaitServer(
        in cluster: ClusterFolder, turn: FileLock
    ) throws(EmbeddedPostgresError) -> Bool {
        let limit = ContinuousClock.now + Self.patience
        var wasLaunched = false
        while ContinuousClock.now < limit {
            if let supervision = try FileLock.ifFree(cluster.supervisorLock) {
                if wasLaunched { try checkWorthAnotherTry(cluster) }
                try launch(in: cluster, turn: turn, supervision: supervision)
                wasLaunched = true
            } else if cluster.isReady {
                return wasLaunched
            }
            usleep(4_000)
        }
        throw EmbeddedPostgresError(
            "The embedded PostgreSQL in \(cluster.path) did not become ready. Its log:",
            saying: cluster.lastLog)
    }

    private func launch(
        in cluster: ClusterFolder, turn: FileLock, supervision: FileLock
    ) throws(EmbeddedPostgresError) {
        let settings = try ServerSettings(settings, for: cluster)
        let user = try ServerUser.choose(forData: cluster.data)
        let binaries = try PostgresBinaries.choose(in: binaryFolders, forData: cluster.dataVersion)
        try user.checkReaches(cluster.path)
        // A server that still runs here has lost its supervisor and is usually shutting down.
        try cluster.endServer()
        if cluster.dataVersion == nil {
            try ClusterCreation(cluster: cluster, user: user, binaries: binaries, turn: turn).run()
        }
        try cluster.socketFolder.make(for: user)
        cluster.removeStaleLockFiles()
        try Supervisor(
            cluster: cluster, user: user, binaries: binaries, settings: settings, environment: environment
        ).launch(holding: supervision)
    }

    /// Throws `EmbeddedPostgresError` if a second launch would fail like the first. It is worthwhile only
    /// after a killed server, whose connection processes linger and hold its shared memory for a while.
    private func checkWorthAnotherTry(_ cluster: ClusterFolder) throws(EmbeddedPostgresError) {
        let log = cluster.lastLog
        guard !log.contains("shared memory block") else { return }
        throw EmbeddedPostgresError(
            "The embedded PostgreSQL in \(cluster.path) did not start. Its output:", saying: log)
    }
}
