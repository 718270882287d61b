import Foundation
import Glibc
import Testing

/// Another process that holds the embedded PostgreSQL of a folder: the program `embedded-holder`.
final class Holder: Sendable {
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("embedded-holder").path

    private let process: Process
    private let input = Pipe()
    private let output = Pipe()

    /// - Parameter user: who runs it, if not the user of the test.
    init(
        of folder: String, settings: [String] = ["fsync=off"], as user: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        let change = user.map { ["setpriv", "--reuid=\($0)", "--regid=\($0)", "--clear-groups"] } ?? []
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = change + [Self.program, folder] + settings
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// Its first line: `true host=…` if it started the server, `false host=…` if it found one, or
    /// `error …`.
    func line() async -> String {
        let handle = output.fileHandleForReading
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var line = Data()
                while let byte = try? handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
                    line += byte
                }
                continuation.resume(returning: String(decoding: line, as: UTF8.self))
            }
        }
    }

    /// Lets it release and waits until it has ended.
    func end() async throws {
        try input.fileHandleForWriting.close()
        try await until { !self.process.isRunning }
    }

    func kill() async throws {
        Glibc.kill(process.processIdentifier, SIGKILL)
        try await until { !self.process.isRunning }
    }
}
