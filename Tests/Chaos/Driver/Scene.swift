import Foundation

/// The places of a run's files: `a` and `b`, the servers; `via-a` and `via-b`, the proxy's doors to them; the
/// processes' journals and logs.
struct Scene: Sendable {
    static let servers = ["a", "b"]
    static let database = "chaos"

    let folder: String

    /// Creates the scene with a short path, since those of sockets have room for 107 bytes. The name is
    /// random: a process of the same number may have left notes of its own.
    init() {
        let name = "djet-chaos-" + String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16)
        folder = FileManager.default.temporaryDirectory.appending(path: name).path()
    }

    var journals: String { "\(folder)/journals" }
    var logs: String { "\(folder)/logs" }

    func folder(of server: String) -> String { "\(folder)/\(server)" }
    func socketFolder(of server: String) -> String { "\(folder)/\(server)/socket" }
    func doorFolder(to server: String) -> String { "\(folder)/via-\(server)" }
    func socket(in folder: String) -> String { "\(folder)/.s.PGSQL.5432" }

    /// Returns a connection string for both servers: libpq takes the one that writes.
    func connectionString(throughProxy isProxied: Bool) -> String {
        let hosts = Self.servers.map { isProxied ? doorFolder(to: $0) : socketFolder(of: $0) }
        return "host=\(hosts.joined(separator: ",")) port=5432 dbname=\(Self.database) user=djet "
            + "target_session_attrs=read-write connect_timeout=5"
    }

    /// Returns a connection string for one server, in whatever role.
    func connectionString(of server: String, database: String = Scene.database) -> String {
        "host=\(socketFolder(of: server)) port=5432 dbname=\(database) user=djet connect_timeout=5"
    }

    func make() throws {
        let everybodyMayEnter = [FileAttributeKey.posixPermissions: 0o755]
        let folders = [folder, journals, logs] + Self.servers.map(doorFolder)
        for folder in folders {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: everybodyMayEnter)
        }
    }

    /// Removes the whole folder, or all but the journals and logs.
    func remove(keepingNotes: Bool) {
        let gone = keepingNotes ? Self.servers.flatMap { [folder(of: $0), doorFolder(to: $0)] } : [folder]
        for path in gone { try? FileManager.default.removeItem(atPath: path) }
    }
}
