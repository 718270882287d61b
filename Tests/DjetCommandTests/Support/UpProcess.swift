import DjetModel
import DjetStore
import DjetTestSupport
import Foundation

/// The shipped program `djet up` on a database, with an administrator's token, until it is stopped.
struct UpProcess {
    /// The address of its site, such as `http://127.0.0.1:40123`.
    let address: String
    private let process: ChildProcess
    private let log: String
    private let token: String
    private let scratch: Scratch

    /// Starts it, and waits until it serves.
    ///
    /// - Parameter command: the command and its flags, such as `up --port 0`.
    init(_ command: [String], on database: TestDatabase) async throws {
        let scratch = try Scratch()
        let path = try scratch.write("", to: "log")
        let process = try ChildProcess(
            [Run.folder.appending(path: "djet").path(percentEncoded: false)] + command,
            environment: Run.environment(of: database), output: .pipe,
            error: .file(try FileHandle(forWritingTo: URL(filePath: path))))
        (self.scratch, self.process, log) = (scratch, process, path)
        address = try await Self.address(process)
        let model = database.model()
        try await model.addUser("ada", roles: [Role.administrator])
        let request = TokenRequest(purpose: "Test", rights: Set(Right.allCases))
        token = try await model.addToken(request, for: "ada").token
    }

    /// Sends a request as the administrator, and returns its body. Throws if the answer is a problem.
    func ask(_ method: String, _ path: String, _ headers: [String] = [], body: String? = nil) async throws
        -> String
    {
        var arguments = ["--silent", "--show-error", "--fail-with-body", "--max-time", "60"]
        arguments += ["--request", method]
        let all = headers + ["Authorization: Bearer \(token)", "Content-Type: application/json"]
        arguments += all.flatMap { ["--header", $0] }
        if let body { arguments += ["--data-raw", body] }
        let curl = try TestProcess("curl", arguments + [address + path], isBuiltHere: false)
        let answer = try await curl.text()
        guard await curl.exitCode() == 0 else { throw Problem(description: "\(method) \(path): \(answer)") }
        return answer
    }

    /// Stops it by SIGTERM, and returns its log.
    func stop() async throws -> String {
        process.signal(SIGTERM)
        _ = await process.exitCode()
        return try String(contentsOfFile: log, encoding: .utf8)
    }

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private static func address(_ process: ChildProcess) async throws -> String {
        guard let output = process.output else { throw Problem(description: "no output") }
        let line = try await onOwnThread { () throws -> String in
            var line = Data()
            while line.last != UInt8(ascii: "\n"), let byte = try output.read(upToCount: 1), !byte.isEmpty {
                line += byte
            }
            return String(decoding: line, as: UTF8.self)
        }
        guard let address = line.firstMatch(of: #/Serving at (http:\S+)/#)?.output.1 else {
            throw Problem(description: "it does not serve: \(line)")
        }
        return String(address)
    }
}
