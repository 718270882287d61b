import DjetCommand
import DjetStore
import Foundation

extension TestServer {
    /// The server of an application's tests: the one that the environment names, as the program itself would
    /// use it, or else a private one.
    static let usual = TestServer(usualPlace, testsAtOnce: 6)

    /// The settings of a private server whose data nobody will miss.
    package static let quickSettings = [
        "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "400",
    ]

    private static var usualPlace: Place {
        switch DatabasePlace.usual.server {
        case .given(let connectionString): .given(connectionString: connectionString)
        // Never the program's own folder.
        case .embedded: .embedded(EmbeddedPostgres(folder: folder, settings: quickSettings))
        }
    }

    private static var folder: String {
        FileManager.default.temporaryDirectory.appending(path: "djet-testing-\(getuid())").path()
    }
}
