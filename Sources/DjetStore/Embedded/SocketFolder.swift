import Foundation
import Glibc

/// The folder of the server's Unix socket; only the server's user and root can enter it.
struct SocketFolder: Sendable {
    static let port = 5432

    let path: String
    private let isInCluster: Bool

    var socket: String { "\(path)/.s.PGSQL.\(Self.port)" }

    /// Chooses the cluster's own folder `socket`, or one in /tmp if the system or libpq could not use that
    /// path.
    init(ofCluster cluster: String) {
        let own = "\(cluster)/socket"
        // A socket's path holds 107 bytes; libpq takes a comma for the start of another host.
        isInCluster = own.utf8.count + "/.s.PGSQL.\(Self.port)".utf8.count <= 107 && !own.contains(",")
        path = isInCluster ? own : "/tmp/djet-\(String(Fingerprint(of: cluster.utf8).value, radix: 36))"
    }

    var connectionString: String {
        "host=\(Self.quoted(path)) port=\(Self.port) dbname=djet user=djet"
    }

    /// Creates the folder for the server's user. Throws `EmbeddedPostgresError` if it belongs to somebody
    /// else.
    func make(for user: ServerUser) throws(EmbeddedPostgresError) {
        if mkdir(path, 0o700) == 0 { _ = lchown(path, user.id, user.group) }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == user.id else {
            throw EmbeddedPostgresError(
                """
                The folder \(path) for the socket of the embedded PostgreSQL is not a folder of \
                \(user.name), who runs it. Remove it, or choose another folder for the cluster (with a \
                shorter path, if this one is in /tmp).
                """)
        }
        chmod(path, 0o700)
    }

    /// Removes the folder of a server that has ended, if it lies in /tmp.
    func removeFromTmp() {
        if !isInCluster { rmdir(path) }
    }

    /// True if a process listens at the socket.
    var acceptsConnections: Bool {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// Returns a value quoted for libpq's connection strings.
    private static func quoted(_ value: String) -> String {
        guard value.contains(where: { $0.isWhitespace || $0 == "'" || $0 == "\\" }) else { return value }
        let escaped = value.replacingOccurrences(of: "\\", with: "\\\\")
        return "'\(escaped.replacingOccurrences(of: "'", with: "\\'"))'"
    }
}
