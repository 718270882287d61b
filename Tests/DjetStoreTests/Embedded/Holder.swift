import DjetTestSupport
import Foundation
import Glibc

/// Another process that holds the embedded PostgreSQL of a folder: the program `embedded-holder`.
final class Holder: Sendable {
    private static let name = "embedded-holder"
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent(name).path

    private let process: TestProcess

    /// - Parameter user: the user who runs it; nil for the test's.
    init(
        of folder: String, settings: [String] = ["fsync=off"], as user: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        let arguments = [folder] + settings
        process =
            if let user {
                try TestProcess(
                    "setpriv",
                    ["--reuid=\(user)", "--regid=\(user)", "--clear-groups", Self.program] + arguments,
                    isBuiltHere: false, environment: environment)
            } else {
                try TestProcess(Self.name, arguments, environment: environment)
            }
    }

    /// Returns its first line: `true host=…` if it started the server, `false host=…` if it found one, or
    /// `error …`.
    func line() async -> String { (try? await process.line()) ?? "" }

    /// Makes it release the server, and waits until it has ended.
    func end() async throws {
        try process.sayNoMore()
        _ = await process.exitCode()
    }

    func kill() async {
        process.signal(SIGKILL)
        _ = await process.exitCode()
    }
}
