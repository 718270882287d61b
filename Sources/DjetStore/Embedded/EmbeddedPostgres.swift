import Foundation
import Glibc

/// A private PostgreSQL cluster in a folder of its own, reached by a Unix socket only.
///
/// It runs while somebody holds it: the first `start` of any process on this machine makes and starts
/// it, later ones find it, and it ends with its last holder, however that one ends. It is as durable
/// as any PostgreSQL (`fsync` is on) and never runs as root.
///
/// ```swift
/// let server = try await EmbeddedPostgres().start()
/// print(server.connectionString)
/// await server.release()
/// ```
public struct EmbeddedPostgres: Sendable {
    let folder: String
    let settings: [String: String]
    let environment: [String: String]
    let binaryFolders: [String]?

    /// Describes a cluster; nothing happens before ``start()``.
    ///
    /// - Parameters:
    ///   - folder: where the cluster lives; it is made if it does not exist.
    ///   - settings: PostgreSQL settings by name, such as `["fsync": "off"]`. They take effect when the
    ///     server is started, not when a running one is found.
    public init(folder: String = EmbeddedPostgres.defaultFolder, settings: [String: String] = [:]) {
        self.init(folder: folder, settings: settings, environment: [:], binaryFolders: nil)
    }

    /// The same with variables for the server, and with folders to look for PostgreSQL in instead of the usual places.
    package init(
        folder: String, settings: [String: String] = [:], environment: [String: String] = [:],
        binaryFolders: [String]? = nil
    ) {
        self.folder = folder
        self.settings = settings
        self.environment = environment
        self.binaryFolders = binaryFolders
    }

    /// `/var/lib/djet` for root; `$XDG_DATA_HOME/djet`, or else `~/.local/share/djet`, for anybody else.
    public static var defaultFolder: String {
        if geteuid() == 0 { return "/var/lib/djet" }
        let data = ProcessInfo.processInfo.environment["XDG_DATA_HOME"] ?? ""
        return data.hasPrefix("/") ? "\(data)/djet" : "\(NSHomeDirectory())/.local/share/djet"
    }

    /// True if the folder holds a cluster: ``start()`` makes none.
    package var isMade: Bool { access("\(folder)/data", F_OK) == 0 }

    /// Finds the running server of this cluster or starts it, making the cluster the first time, and
    /// returns when it answers.
    ///
    /// It waits for another process that is starting or ending the same server, and up to five minutes
    /// for a server that recovers after a crash. It does not look at cancellation.
    ///
    /// - Throws: ``EmbeddedPostgresError``, when PostgreSQL 15 or later is missing, the folder cannot be
    ///   used, its data are of another major version, or the server does not come up.
    public func start() async throws -> EmbeddedServer {
        let start = ServerStart(
            folder: folder, settings: settings, environment: environment, binaryFolders: binaryFolders)
        return try await onOwnThread { try start.run() }
    }
}
