import Foundation
import Glibc

extension ClusterFolder {
    /// Shuts down the server, if one runs, and returns when it has ended. Throws `EmbeddedPostgresError` if
    /// it still runs after `patience`.
    func endServer(patience: Duration = .seconds(300)) throws(EmbeddedPostgresError) {
        let limit = ContinuousClock.now + patience
        while let server = postmasterFile, server.isRunning(inDataFolder: data) {
            guard ContinuousClock.now < limit else {
                throw EmbeddedPostgresError(
                    """
                    The embedded PostgreSQL in \(path) (process \(server.processID)) does not stop. \
                    Read \(log), stop it with "kill -QUIT \(server.processID)", and start again.
                    """)
            }
            kill(server.processID, SIGINT)
            usleep(5_000)
        }
    }

    /// Removes lock files that name an unrelated process, which got the process ID of a dead server:
    /// PostgreSQL would take it for a living server and refuse to start. If no process has that ID,
    /// PostgreSQL cleans up by itself. Call it only while holding supervisor.lock, with no server running.
    func removeStaleLockFiles() {
        if let server = postmasterFile, kill(server.processID, 0) == 0 {
            unlink("\(data)/postmaster.pid")
        }
        unlink(socketFolder.socket)
        unlink("\(socketFolder.socket).lock")
    }
}
