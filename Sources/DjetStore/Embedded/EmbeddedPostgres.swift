import Foundation
import Glibc

/// A private PostgreSQL cluster in its own folder, reached by a Unix socket only.
///
/// It runs while anybody holds it: the first `start` of any process on this machine creates and starts it,
/// later ones find it running, and it ends with its last holder, even a crashed one. It is as durable as any
/// PostgreSQL (`fsync` is on) and never runs as root.
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

    /// Describes a cluster; nothing runs before ``start()``.
    ///
    /// - Parameters:
    ///   - folder: the cluster's location; created if it does not exist.
    ///   - settings: PostgreSQL settings by name, such as `["fsync": "off"]`. They take effect when the
    ///     server is started, not when a running one is found.
    public init(folder: String = EmbeddedPostgres.defaultFolder, settings: [String: String] = [:]) {
        self.init(folder: folder, settings: settings, environment: [:], binaryFolders: nil)
    }

    /// The same with environment variables for the server, and with folders to search for PostgreSQL instead
    /// of the usual ones.
    package init(
        folder: String, settings: [String: String] = [:], environment: [String: String] = [:],
        binaryFolders: [String]? = nil
    ) {
        self.folder = folder
        self.settings = settings
        self.environment = environment
        self.binaryFolders = binaryFolders
    }

    /// `/var/lib/djet` for root; `$XDG_DATA_HOME/djet`, or else `~/.local/share/djet`, for other users.
    public static var defaultFolder: String {
        geteuid() == 0 ? "/var/lib/djet" : folder(in: ProcessInfo.processInfo.environment)
    }

    /// Returns the usual folder of a user who is not root. `HOME` goes over the home in the list of users.
    package static func folder(in environment: [String: String]) -> String {
        let (data, home) = (environment["XDG_DATA_HOME"] ?? "", environment["HOME"] ?? "")
        if data.hasPrefix("/") { return "\(data)/djet" }
        return (home.hasPrefix("/") ? home : NSHomeDirectory()) + "/.local/share/djet"
    }

    /// True if the folder already holds a cluster, so that ``start()`` creates none; also if this user may
    /// not look into it, which ``start()`` reports.
    package var isMade: Bool { access("\(folder)/data", F_OK) == 0 || errno == EACCES }

    /// Finds the running server of this cluster or starts it, creating the cluster the first time. Returns
    /// when the server answers.
    ///
    /// It waits for another process that is starting or ending the same server, and up to five minutes for a
    /// server that recovers after a crash. It ignores cancellation.
    ///
    /// - Throws: ``EmbeddedPostgresError`` if PostgreSQL 15 or later is missing, the folder cannot be used,
    ///   its data belong to another major version, or the server does not come up.
    public func start() async throws -> EmbeddedServer {
        let start = ServerStart(
            folder: folder, settings: settings, environment: environment, binaryFolders: binaryFolders)
        return try await onOwnThread { try start.run() }
    }
}
