import DjetStore
import Foundation

/// A program of the package in a process of its own. It ends with the test at the latest.
package final class TestProcess: Sendable {
    /// Held by whoever starts one: a process that starts beside another may inherit the socket by whose end Foundation
    /// learns that the other has ended.
    private static let starting = NSLock()

    private let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private let ended: AsyncStream<Int32>

    /// Starts a program that was built beside the tests, or one of the system's if `isBuiltHere` is false.
    ///
    /// - Parameter environment: variables that it sees beside ours.
    package init(
        _ program: String, _ arguments: [String], isBuiltHere: Bool = true,
        environment: [String: String] = [:]
    ) throws {
        process = Process()
        let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        process.executableURL = isBuiltHere ? built.appending(path: program) : URL(filePath: "/usr/bin/env")
        process.arguments = isBuiltHere ? arguments : [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        let (ended, tell) = AsyncStream.makeStream(of: Int32.self)
        self.ended = ended
        process.terminationHandler = {
            tell.yield($0.terminationStatus)
            tell.finish()
        }
        try Self.starting.withLock { try process.run() }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    package var id: Int32 { process.processIdentifier }

    package func signal(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end, and returns its exit code.
    package func exitCode() async -> Int32 {
        for await code in ended { return code }
        return process.terminationStatus
    }

    /// Writes a line to its standard input.
    package func say(_ line: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
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
        let handle = output.fileHandleForReading
        let data = try await withCheckedThrowingContinuation { waiter in
            Thread.detachNewThread { waiter.resume(with: Result { try body(handle) }) }
        }
        return String(decoding: data, as: UTF8.self)
    }
}
