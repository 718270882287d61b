import Foundation
import Glibc

extension Tool {
    /// PATH, and the system's folders, which a service or a plain user may not have in theirs.
    static var searchPath: [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
            + ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]
    }

    /// The whole environment of a tool: English messages, our time zone, no PG* variable.
    static var environment: [String] {
        let ours = ProcessInfo.processInfo.environment
        let kept = ["TZ", "LD_LIBRARY_PATH"].compactMap { name in ours[name].map { "\(name)=\($0)" } }
        return ["LC_ALL=C", "PATH=\(searchPath.joined(separator: ":"))"] + kept
    }

    /// Where a program of util-linux or the like is.
    static func path(of name: String) throws(EmbeddedPostgresError) -> String {
        if let path = find(name) { return path }
        throw EmbeddedPostgresError(
            """
            The program \(name), which the embedded PostgreSQL needs, is not installed. \
            Install it: apt-get install \(name == "useradd" ? "passwd" : "util-linux")
            """)
    }

    /// Nil if no folder of the search path has such a program.
    static func find(_ name: String) -> String? {
        searchPath.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
