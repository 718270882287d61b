import Foundation
import Glibc

extension Tool {
    /// The folders of PATH, then the system's, which a service's or plain user's PATH may lack.
    static var searchPath: [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
            + ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]
    }

    /// The whole environment of a tool: English messages, this program's time zone, no PG* variable.
    static var environment: [String] {
        let ours = ProcessInfo.processInfo.environment
        let kept = ["TZ", "LD_LIBRARY_PATH"].compactMap { name in ours[name].map { "\(name)=\($0)" } }
        return ["LC_ALL=C", "PATH=\(searchPath.joined(separator: ":"))"] + kept
    }

    /// Returns the path of a program of util-linux or the like. Throws `EmbeddedPostgresError` if it is not
    /// installed.
    static func path(of name: String) throws(EmbeddedPostgresError) -> String {
        if let path = find(name) { return path }
        throw EmbeddedPostgresError(
            """
            The program \(name), which the embedded PostgreSQL needs, is not installed. \
            Install it: apt-get install \(name == "useradd" ? "passwd" : "util-linux")
            """)
    }

    /// Returns a program's path; nil if no folder of the search path has it.
    static func find(_ name: String) -> String? {
        searchPath.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
