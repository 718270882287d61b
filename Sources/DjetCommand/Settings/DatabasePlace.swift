import DjetStore

/// The database that is meant: a server, and maybe one of its databases by name.
package struct DatabasePlace: Sendable, Equatable {
    package enum Server: Sendable, Equatable {
        case given(connectionString: String)
        case embedded(folder: String)
    }

    package var server: Server
    /// The name of a database, instead of the one in the connection string.
    package var name: String?

    /// - Parameters:
    ///   - wanted: a connection string, or the name of a database on the server that is used otherwise.
    ///   - folder: the folder that a flag names: its server is meant, whatever the environment names.
    init(_ wanted: String?, folder: String?, environment: EnvironmentSettings) {
        let namesServer = wanted.map(Self.isConnectionString) ?? false
        if let wanted, namesServer, folder == nil {
            server = .given(connectionString: wanted)
        } else {
            server = Self.usualServer(folder, environment)
            name = namesServer ? nil : wanted
        }
    }

    /// The database that the environment names, or else the embedded one.
    package static var usual: DatabasePlace {
        let environment = EnvironmentSettings.process
        return DatabasePlace(environment.database, folder: nil, environment: environment)
    }

    /// Returns true if a text names a server, false if it is the name of a database.
    static func isConnectionString(_ text: String) -> Bool { text.contains("=") || text.contains("://") }

    private static func usualServer(_ folder: String?, _ environment: EnvironmentSettings) -> Server {
        if let folder { return .embedded(folder: folder) }
        if let url = environment.server { return .given(connectionString: url) }
        if environment.namesServerForLibPQ { return .given(connectionString: "") }
        return .embedded(folder: environment.folder ?? EmbeddedPostgres.defaultFolder)
    }
}
