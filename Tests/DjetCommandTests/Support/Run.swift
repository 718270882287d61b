import DjetTestSupport
import Foundation

/// A program that was built beside the tests, run to its end.
struct Run {
    let status: Int32
    let output: String
    let error: String

    /// Runs `djet`, or another program, with these arguments and nothing of the tests' own settings.
    init(
        _ arguments: [String], by program: String = "djet", on database: TestDatabase? = nil,
        input: String = "",
        environment: [String: String] = [:]
    ) async throws {
        let process = Process()
        let pipes = (input: Pipe(), output: Pipe(), error: Pipe())
        process.executableURL = Self.folder.appending(path: program)
        process.arguments = arguments
        process.environment = Self.environment(of: database).merging(environment) { $1 }
        (process.standardInput, process.standardOutput, process.standardError) = pipes
        let ended = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            ended.continuation.yield($0.terminationStatus)
            ended.continuation.finish()
        }
        try process.run()
        try pipes.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipes.input.fileHandleForWriting.close()
        async let output = Self.text(of: pipes.output)
        async let error = Self.text(of: pipes.error)
        (self.output, self.error) = try await (output, error)
        status = await ended.stream.first { _ in true } ?? -1
    }

    /// Of the program `office`, whose functions are easy to foresee.
    static func office(
        _ arguments: String..., on database: TestDatabase? = nil, input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Run {
        try await Run(arguments, by: "office", on: database, input: input, environment: environment)
    }

    /// What it wrote to standard output, as JSON.
    func json() throws -> Any {
        try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }

    static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// A database that is out of reach, so that no test makes an embedded one by accident.
    static func environment(of database: TestDatabase?) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": path, "DATABASE_URL": database?.connectionString ?? "host=/nowhere"]
            .merging(sanitizerEnvironment) { $1 }
    }

    /// On a thread of its own: reading blocks, and the cooperative threads are few.
    private static func text(of pipe: Pipe) async throws -> String {
        let handle = pipe.fileHandleForReading
        let data = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try handle.readToEnd() ?? Data() })
            }
        }
        return String(decoding: data, as: UTF8.self)
    }
}
