import Foundation

/// The settings of an embedded server: a few of Djet's own, otherwise PostgreSQL's defaults.
struct ServerSettings: Sendable {
    private static let defaults = ["cluster_name": "djet", "log_checkpoints": "off"]

    private let chosen: [String: String]
    private let fixed: [String: String]

    /// - Throws: `EmbeddedPostgresError` if the caller chose a setting that keeps the server private.
    init(_ settings: [String: String], for cluster: ClusterFolder) throws(EmbeddedPostgresError) {
        let folder = cluster.socketFolder.path.replacingOccurrences(of: "\"", with: "\"\"")
        fixed = [
            "listen_addresses": "", "port": "\(SocketFolder.port)", "data_directory": cluster.data,
            "unix_socket_directories": "\"\(folder)\"", "unix_socket_permissions": "0700",
        ]
        chosen = settings.reduce(into: [:]) { $0[$1.key.lowercased()] = $1.value }
        guard let name = chosen.keys.sorted().first(where: { fixed[$0] != nil }) else { return }
        throw EmbeddedPostgresError(
            """
            The setting \(name) cannot be changed: the embedded PostgreSQL listens on its own socket only. \
            For a server with addresses of its own, set DATABASE_URL.
            """)
    }

    /// The settings as options of the program `postgres`.
    var options: [String] {
        let all = Self.defaults.merging(chosen) { $1 }.merging(fixed) { $1 }
        return all.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
    }
}
