import Glibc

/// A file opened for `flock`. The lock belongs to this opening and to the processes that inherit it: it ends
/// when the last of them has closed it, even by crashing.
final class FileLock: Sendable {
    enum Kind: Sendable {
        case shared, exclusive
        var operation: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
    }

    let descriptor: Int32

    init(_ path: String) throws(EmbeddedPostgresError) {
        // Mode 600: whoever may open the file may also hold the server.
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.refusal(of: path) }
    }

    /// Returns the error of a file that could not be opened just now. If the folder is somebody else's, it
    /// names them.
    private static func refusal(of path: String) -> EmbeddedPostgresError {
        let (code, reason) = (errno, SystemError.last)
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        if code == EACCES, let owner = owner(of: folder) {
            return EmbeddedPostgresError(
                """
                The folder \(folder) for the embedded PostgreSQL belongs to \(owner). \
                Run this as that user, choose another folder (--folder), or set DATABASE_URL.
                """)
        }
        return EmbeddedPostgresError(
            """
            The file \(path) cannot be opened: \(reason). Choose a folder for the embedded PostgreSQL that you \
            may write (--folder), or set DATABASE_URL.
            """)
    }

    /// Returns the name of the user to whom a folder belongs; nil if that is the current one.
    private static func owner(of folder: String) -> String? {
        var status = stat()
        guard stat(folder, &status) == 0, status.st_uid != geteuid() else { return nil }
        return getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? "user \(status.st_uid)"
    }

    /// Returns the file with its exclusive lock, or nil if somebody else holds it. Throws
    /// `EmbeddedPostgresError` if it cannot be opened.
    static func ifFree(_ path: String) throws(EmbeddedPostgresError) -> FileLock? {
        let file = try FileLock(path)
        return file.tryLock(.exclusive) ? file : nil
    }

    deinit {
        close(descriptor)
    }

    /// Waits for the lock. It blocks the thread.
    func lock(_ kind: Kind) {
        while flock(descriptor, kind.operation) != 0, errno == EINTR {}
    }

    func tryLock(_ kind: Kind) -> Bool {
        flock(descriptor, kind.operation | LOCK_NB) == 0
    }

    /// Ends the lock for every process that inherited it; closing ends only this process's part.
    func unlock() {
        _ = flock(descriptor, LOCK_UN)
    }

    /// Returns true if no other opening has the shared lock; afterwards this opening's own lock is undefined.
    ///
    /// A conversion gives up the old lock first, so a supervisor that waits for its exclusive lock may get it
    /// in between. The second try is then refused, which also proves that no one else held it.
    func isOnlyHolder() -> Bool {
        tryLock(.exclusive) || !tryLock(.shared)
    }
}
