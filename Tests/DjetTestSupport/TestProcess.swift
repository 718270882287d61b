import DjetStore
import Foundation

/// A program of the package in a process of its own. It ends with the test at the latest.
package final class TestProcess: Sendable {
    private let process: ChildProcess

    /// Starts a program that was built beside the tests, or one of the system's if `isBuiltHere` is false.
    ///
    /// - Parameter environment: variables that it sees beside ours.
    package init(
        _ program: String, _ arguments: [String], isBuiltHere: Bool = true,
        environment: [String: String] = [:]
    ) throws {
        let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let path =
            isBuiltHere
            ? [built.appending(path: program).path(percentEncoded: false)] : ["/usr/bin/env", program]
        process = try ChildProcess(
            path + arguments,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            input: .pipe, output: .pipe)
    }

    package var id: Int32 { process.id }

    package func signal(_ signal: Int32) {
        process.signal(signal)
    }

    /// Waits for its end, and returns its exit code as a shell gives it.
    package func exitCode() async -> Int32 {
        await process.exitCode()
    }

    /// Writes a line to its standard input.
    package func say(_ line: String) throws {
        try process.input?.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Lets it find the end of its standard input.
    package func sayNoMore() throws {
        try process.input?.close()
    }

    /// Reads a line of what it writes; empty at the end.
    package func line() async throws -> String {
        try await lineUnlessOver() ?? ""
    }

    /// Reads a line of what it writes; nil at the end.
    package func lineUnlessOver() async throws -> String? {
        let text = try await read { handle in
            var line = Data()
            while let byte = try handle.read(upToCount: 1), !byte.isEmpty {
                line += byte
                if byte == Data("\n".utf8) { break }
            }
            return line
        }
        return text.isEmpty ? nil : text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Waits for its end, and returns what it wrote since it was last read.
    package func text() async throws -> String {
        try await read { try $0.readToEnd() ?? Data() }
    }

    /// On a thread of its own: there are only as many threads for tasks as the machine has cores.
    private func read(_ body: @escaping @Sendable (FileHandle) throws -> Data) async throws -> String {
        guard let output = process.output else { return "" }
        return String(decoding: try await onOwnThread { try body(output) }, as: UTF8.self)
    }
}
