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
    ///   - folder: the folder of the embedded server, if that is the one.
    init(_ wanted: String?, folder: String?, environment: EnvironmentSettings) {
        if let wanted, wanted.contains("=") || wanted.contains("://") {
            server = .given(connectionString: wanted)
        } else {
            server = Self.usualServer(folder, environment)
            name = wanted
        }
    }

    private static func usualServer(_ folder: String?, _ environment: EnvironmentSettings) -> Server {
        if let url = environment.server { return .given(connectionString: url) }
        if environment.namesServerForLibPQ { return .given(connectionString: "") }
        return .embedded(folder: folder ?? environment.folder ?? EmbeddedPostgres.defaultFolder)
    }
}
