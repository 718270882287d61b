import Foundation
import Glibc

extension ClusterFolder {
    /// Shuts down the server, if there is one, and returns when it has ended.
    func endServer(patience: Duration = .seconds(300)) throws(EmbeddedPostgresError) {
        let limit = ContinuousClock.now + patience
        while let server = postmasterFile, server.isRunning(inDataFolder: data) {
            guard ContinuousClock.now < limit else {
                throw EmbeddedPostgresError(
                    """
                    The embedded PostgreSQL in \(path) (process \(server.processID)) does not end. \
                    Look into \(log), end it with "kill -QUIT \(server.processID)", and start again.
                    """)
            }
            kill(server.processID, SIGINT)
            usleep(5_000)
        }
    }

    /// Removes lock files that name a stranger, who got the number of a server that died: PostgreSQL
    /// would take it for a living server and wait for a human hand. Where nobody has that number, it
    /// knows best itself. To be called with supervisor.lock in hand and no server running any more.
    func removeStaleLockFiles() {
        if let server = postmasterFile, kill(server.processID, 0) == 0 {
            unlink("\(data)/postmaster.pid")
        }
        unlink(socketFolder.socket)
        unlink("\(socketFolder.socket).lock")
    }
}
