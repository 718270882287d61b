import DjetStore
import DjetTestSupport
import Foundation

/// A run of a program that was built beside the tests, from its start to its end.
struct Run {
    let status: Int32
    let output: String
    /// Its standard error, or what its screen showed.
    let error: String

    /// Runs `djet`, or another program, with these arguments and none of the tests' own settings.
    ///
    /// - Parameters:
    ///   - terminal: its standard input, in place of a pipe with the text `input`.
    ///   - outputScreen: its standard output, in place of a pipe; `output` is empty then.
    ///   - screen: its standard error, in place of a pipe.
    ///   - folder: the folder in which it runs; nil for that of the tests.
    init(
        _ arguments: [String], by program: String = "djet", on database: TestDatabase? = nil,
        input: String = "", terminal: PseudoTerminal? = nil,
        outputScreen: PseudoTerminal? = nil, screen: PseudoTerminal? = nil,
        environment: [String: String] = [:], in folder: String? = nil
    ) async throws {
        defer { withExtendedLifetime((terminal, outputScreen)) {} }
        let process = try ChildProcess(
            (folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0] } ?? [])
                + [Self.folder.appending(path: program).path(percentEncoded: false)] + arguments,
            environment: Self.environment(of: database).merging(environment) { $1 },
            input: terminal.map { .file($0.terminal) } ?? .pipe,
            output: outputScreen.map { .file($0.terminal) } ?? .pipe,
            error: screen.map { .file($0.terminal) } ?? .pipe)
        try process.input?.write(contentsOf: Data(input.utf8))
        try process.input?.close()
        async let output = Self.text(of: process.output)
        async let error = Self.text(of: process.error)
        let texts = try await (output, error)
        status = await process.exitCode()
        (self.output, self.error) = (texts.0, try screen?.shown() ?? texts.1)
    }

    /// Runs `office`, whose functions are predictable.
    static func office(
        _ arguments: String..., on database: TestDatabase? = nil, input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Run {
        try await Run(arguments, by: "office", on: database, input: input, environment: environment)
    }

    /// Returns its standard output as JSON.
    func json() throws -> Any {
        try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }

    static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// Without a database it names one out of reach, so that no test makes an embedded one by accident.
    static func environment(of database: TestDatabase?) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": path, "DATABASE_URL": database?.connectionString ?? "host=/nowhere"]
            .merging(sanitizerEnvironment) { $1 }
    }

    /// Reads on a thread of its own: reading blocks, and the cooperative threads are few.
    private static func text(of handle: FileHandle?) async throws -> String {
        guard let handle else { return "" }
        return String(decoding: try await onOwnThread { try handle.readToEnd() ?? Data() }, as: UTF8.self)
    }
}
