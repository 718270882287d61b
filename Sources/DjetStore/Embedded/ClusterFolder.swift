import Foundation
import Glibc

/// The folder of an embedded cluster: its layout, and the state of its server.
///
///     start.lock       whoever starts or releases; inherited by initdb
///     users.lock       shared by the holders; exclusive for a supervisor that ends its server
///     supervisor.lock  held by the supervisor while it lives
///     data/ data.new/  the cluster; a cluster that is being made
///     socket/          the Unix socket, unless its path would be too long
///     postgres.log     what the server said since its last start
struct ClusterFolder: Sendable {
    let path: String

    var startLock: String { "\(path)/start.lock" }
    var usersLock: String { "\(path)/users.lock" }
    var supervisorLock: String { "\(path)/supervisor.lock" }
    var data: String { "\(path)/data" }
    var newData: String { "\(path)/data.new" }
    var log: String { "\(path)/postgres.log" }
    var socketFolder: SocketFolder { SocketFolder(ofCluster: path) }
    var postmasterFile: PostmasterFile? { PostmasterFile(inDataFolder: data) }

    /// Creates the folder if it is missing, and resolves its real path, so that every spelling means the same
    /// server. Throws `EmbeddedPostgresError` if it cannot be made or reached.
    init(making folder: String) throws(EmbeddedPostgresError) {
        try Self.make(folder, for: folder, mode: geteuid() == 0 ? 0o755 : 0o700)
        guard let real = realpath(folder, nil) else {
            throw EmbeddedPostgresError("The folder \(folder) cannot be reached: \(SystemError.last).")
        }
        defer { free(real) }
        path = String(cString: real)
    }

    /// The major version of the data, or nil if there is no cluster yet.
    var dataVersion: Int? {
        let text = try? String(contentsOfFile: "\(data)/PG_VERSION", encoding: .utf8)
        return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// The server's log since its last start; empty if it cannot be read.
    var lastLog: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// True if the server answers queries now.
    ///
    /// A crash leaves a file that says "ready". Only a server that has written its own file accepts
    /// connections, so the file is read again after connecting.
    var isReady: Bool {
        let saysReady = { postmasterFile?.isReady ?? false }
        return saysReady() && socketFolder.acceptsConnections && saysReady()
    }

    /// Creates a folder and its missing parents. The mode is set afterwards, so that the server's user gets
    /// in despite a strict umask of root.
    ///
    /// - Parameter wanted: the folder that is named in the error.
    private static func make(
        _ folder: String, for wanted: String, mode: mode_t
    ) throws(EmbeddedPostgresError) {
        let above = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        if access(above, F_OK) != 0, errno == ENOENT, above != folder {
            try make(above, for: wanted, mode: mode)
        }
        if mkdir(folder, mode) == 0 {
            chmod(folder, mode)
        } else if errno != EEXIST {
            throw EmbeddedPostgresError(
                """
                The folder \(wanted) for the embedded PostgreSQL cannot be created: \(SystemError.last). \
                Choose another folder (--folder), or set DATABASE_URL.
                """)
        }
    }
}
