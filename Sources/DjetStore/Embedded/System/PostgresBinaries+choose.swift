import Foundation

extension PostgresBinaries {
    /// Returns the installed server that fits: the one of the data's major version or, for a new cluster, the
    /// first one that is new enough. Throws `EmbeddedPostgresError` if there is none.
    ///
    /// - Parameter folders: the folders to search instead of `pg_config --bindir`, Debian's folders and PATH.
    package static func choose(
        in folders: [String]?, forData data: Int?
    ) throws(EmbeddedPostgresError) -> PostgresBinaries {
        let installed = (folders ?? usualFolders).lazy.compactMap { PostgresBinaries(in: $0) }
        if let match = installed.first(where: { $0.major >= oldestMajor && $0.major == data ?? $0.major }) {
            return match
        }
        throw reason(whyNot: installed.first { $0.major >= oldestMajor } ?? installed.first, forData: data)
    }

    private static func reason(
        whyNot installed: PostgresBinaries?, forData data: Int?
    ) -> EmbeddedPostgresError {
        guard let installed else {
            return EmbeddedPostgresError(
                """
                PostgreSQL is not installed: no folder with postgres and initdb was found by pg_config, in \
                /usr/lib/postgresql/*/bin or in PATH. Install version \(oldestMajor) or later \
                (apt-get install postgresql), or set DATABASE_URL to use another server.
                """)
        }
        guard installed.major >= oldestMajor, let data else {
            return EmbeddedPostgresError(
                """
                PostgreSQL \(installed.version) in \(installed.folder) is too old: version \(oldestMajor) or \
                later is needed. Install it, or set DATABASE_URL to use another server.
                """)
        }
        return EmbeddedPostgresError(
            """
            The data belong to PostgreSQL \(data), but the installed version is \(installed.version) \
            (\(installed.folder)). Install version \(data) beside it (apt-get install postgresql-\(data)), \
            or move the data with pg_upgrade or pg_dump, or choose another folder.
            """)
    }

    private static var usualFolders: [String] {
        let debian = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        let newestFirst = versions.compactMap { Int($0) }.sorted(by: >).map { "\(debian)/\($0)/bin" }
        return [configuredFolder].compactMap { $0 } + newestFirst + Tool.searchPath
    }

    /// The folder that pg_config names. It may hold no server: pg_config comes with libpq's development
    /// files.
    private static var configuredFolder: String? {
        guard let config = Tool.find("pg_config") else { return nil }
        guard let result = try? Tool([config, "--bindir"]).run() else { return nil }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
