import Synchronization

/// A hold on a running embedded PostgreSQL: the server runs at least until ``release()``, unless it crashes
/// or is stopped from outside.
///
/// Dropping the last reference also gives up the hold, without waiting; so does the end of the process, even
/// by `kill -9`.
public final class EmbeddedServer: Sendable {
    /// The libpq connection string of the server: `host=<socket folder> port=… dbname=djet user=djet`.
    public let connectionString: String

    /// True if this start launched the server, false if it found one running.
    public let wasStarted: Bool

    private let cluster: ClusterFolder
    private let hold: FileLock
    private let isReleased = Atomic(false)

    init(cluster: ClusterFolder, hold: FileLock, wasStarted: Bool) {
        self.connectionString = cluster.socketFolder.connectionString
        self.wasStarted = wasStarted
        self.cluster = cluster
        self.hold = hold
    }

    /// Gives up the hold. The last holder's release ends the server and returns when it has ended, which
    /// takes as long as its shutdown checkpoint; any other returns at once. A second call does nothing.
    ///
    /// Close your connections first: the server's shutdown cuts those still open.
    public func release() async {
        guard !isReleased.exchange(true, ordering: .acquiringAndReleasing) else { return }
        await onOwnThread { [cluster, hold] in Self.give(up: hold, of: cluster) }
    }

    private static func give(up hold: FileLock, of cluster: ClusterFolder) {
        // Starts and releases take turns, so that of two last holders one sees that it is the last.
        let turn = try? FileLock(cluster.startLock)
        turn?.lock(.exclusive)
        defer { turn?.unlock() }
        guard hold.isOnlyHolder() else { return hold.unlock() }
        // The supervisor would do the same once it has the lock, but it may have been killed.
        try? cluster.endServer()
        hold.unlock()
        // This lock becomes free when the supervisor has ended.
        (try? FileLock(cluster.supervisorLock))?.lock(.exclusive)
        cluster.socketFolder.removeFromTmp()
    }
}
