import DjetModel
import DjetStore
import DjetTesting
import Foundation

/// The private PostgreSQL of the tests, with a migrated template for each choice of SQL.
///
/// The cluster stays in the temporary folder for the next run; the server ends with the last process that
/// holds it.
enum TestCluster {
    static let server = TestServer(.embedded(postgres), testsAtOnce: 16)

    /// The contents of a new database.
    enum Contents {
        case nothing
        /// The tables of every program.
        case djet
        /// The tables of the shipped business as well.
        case business

        /// The template; nil for an empty database.
        var template: TestServer.Template? {
            get throws {
                switch self {
                case .nothing: nil
                case .djet: try Self.djetTemplate.get()
                case .business: try Self.businessTemplate.get()
                }
            }
        }

        // Made once: the fingerprint reads all of the SQL.
        private static let djetTemplate = Result<TestServer.Template, any Error>(catching: {
            try TestServer.Template(Migrator([DjetSQL.queue(), DjetSQL.site()]))
        })

        private static let businessTemplate = Result<TestServer.Template, any Error>(catching: {
            try TestServer.Template(Migrator([DjetSQL.queue(), DjetSQL.site(), Business.sql()]))
        })
    }

    private static var postgres: EmbeddedPostgres {
        // Each checkout has its own cluster: tests of two must not get in each other's way.
        let checkout = #filePath.utf8.reduce(5381) { ($0 &* 33 ^ Int($1)) & 0xff_ffff }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "djet-tests-\(getuid())-\(checkout)"
        ).path()
        let statistics = [
            "shared_preload_libraries": "pg_stat_statements", "pg_stat_statements.track": "none",
        ]
        return EmbeddedPostgres(
            folder: folder, settings: TestServer.quickSettings.merging(statistics) { $1 })
    }
}
