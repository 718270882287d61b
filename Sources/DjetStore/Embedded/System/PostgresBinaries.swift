import Glibc

/// An installed PostgreSQL server.
package struct PostgresBinaries: Sendable {
    static let oldestMajor = 15

    package let folder: String
    /// The server's own version text, such as `15.18`.
    let version: String

    var major: Int { Int(version.prefix { $0.isNumber }) ?? 0 }
    var postgres: String { "\(folder)/postgres" }
    var initdb: String { "\(folder)/initdb" }

    /// Returns nil if the folder has no server that runs.
    init?(in folder: String) {
        let programs = ["\(folder)/postgres", "\(folder)/initdb"]
        guard programs.allSatisfy({ access($0, X_OK) == 0 }) else { return nil }
        // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
        guard let result = try? Tool([programs[0], "--version"]).run(), result.status == 0 else { return nil }
        let words = result.output.split(whereSeparator: \.isWhitespace)
        guard words.count > 2 else { return nil }
        self.folder = folder
        self.version = String(words[2])
    }
}
