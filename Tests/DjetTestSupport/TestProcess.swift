import DjetStore
import Foundation

/// A program of the package in a process of its own. It ends with the test at the latest.
package final class TestProcess: Sendable {
    private let process: ChildProcess

    /// Starts a program that was built beside the tests, or one of the system's if `isBuiltHere` is false.
    ///
    /// - Parameter environment: variables for it besides those of this process.
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

    /// Waits for the end of the process, and returns its exit code as a shell gives it.
    package func exitCode() async -> Int32 {
        await process.exitCode()
    }

    /// Writes a line to the process's standard input.
    package func say(_ line: String) throws {
        try process.input?.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Closes the process's standard input.
    package func sayNoMore() throws {
        try process.input?.close()
    }

    /// Returns the next line of output; empty at the end.
    package func line() async throws -> String {
        try await lineUnlessOver() ?? ""
    }

    /// Returns the next line of output; nil at the end.
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

    /// Waits for the end of the output, and returns what has not been read yet.
    package func text() async throws -> String {
        try await read { try $0.readToEnd() ?? Data() }
    }

    /// Reads on a thread of its own: the pool has only as many threads as the machine has cores.
    private func read(_ body: @escaping @Sendable (FileHandle) throws -> Data) async throws -> String {
        guard let output = process.output else { return "" }
        return String(decoding: try await onOwnThread { try body(output) }, as: UTF8.self)
    }
}
