import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Uploads that are large, slow or cut off.
@Suite(.serialized) struct UploadTests {
    static let path = "/orders/import"

    /// Rings when a chunk of a file is stored, and when a file is removed.
    static func ring(in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    create function ring() returns trigger language plpgsql
                    as $$ begin perform pg_notify(tg_argv[0], ''); return null; end $$;
                    create trigger ring after insert on jobmachine.chunk execute function ring('stored');
                    create trigger ring after delete on jobmachine.file execute function ring('removed');
                    """)
        }
    }

    static func count(_ table: String, _ database: TestDatabase) async throws -> Int {
        try await database.store.first(
            "select count(*) from \(identifier: "jobmachine").\(identifier: table)", as: Int.self) ?? -1
    }

    static func curl(_ program: Program, _ flags: [String]) throws -> TestProcess {
        let headers = program.headers.flatMap { ["--header", $0] }
        return try TestProcess(
            "curl", ["--silent"] + headers + flags + [program.site.address + path], isBuiltHere: false)
    }

    @Test(arguments: ["text/csv", "multipart/form-data; boundary=x"])
    func whatIsCutOffLeavesNothing(type: String) async throws {
        try await withFunctions { site, database in
            try await Self.ring(in: database)
            let program = try await Program("ada", roles: .office, site)
            // curl sends its standard input at once.
            let flags = ["--request", "POST", "--upload-file", "-", "--no-buffer", "--header", "Expect:"]
            let curl = try Self.curl(program, flags + ["--header", "Content-Type: \(type)"])
            if type != "text/csv" {
                try curl.say("--x\r\nContent-Disposition: form-data; name=file; filename=a.csv\r\n\r")
            }
            try curl.say(String(repeating: "x", count: 2_500_000))
            try await database.wait(on: "stored") { try await Self.count("chunk", database) >= 2 }
            curl.signal(SIGKILL)
            try await database.wait(on: "removed") { try await Self.count("file", database) == 0 }
            let chunks = try await Self.count("chunk", database)
            let jobs = try await Self.count("job", database)
            #expect(chunks == 0 && jobs == 0)
        }
    }

    /// Returns the process's peak memory since the last reset and its present memory, in bytes.
    static func memory(resettingPeak: Bool) throws -> (peak: Int, now: Int) {
        if resettingPeak { try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        func kilobytes(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
        }
        return (kilobytes("VmHWM:") * 1_024, kilobytes("VmRSS:") * 1_024)
    }

    @Test(.disabled(if: isSanitized), arguments: [true, false]) func aLargeFileTakesLittleMemory(isForm: Bool)
        async throws
    {
        let size = 300_000_000
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: file)
        try FileHandle(forWritingTo: file).truncate(atOffset: UInt64(size))
        defer { try? FileManager.default.removeItem(at: file) }
        try await withFunctions { site, database in
            let program = try await Program("ada", roles: .office, site)
            let before = try Self.memory(resettingPeak: true).now
            let flags =
                isForm
                ? ["--form", "file=@\(file.path())"]
                : ["--data-binary", "@\(file.path())", "--header", "Content-Type: text/csv"]
            let curl = try Self.curl(program, flags + ["--write-out", "%{http_code}"])
            let answer = try await curl.text()
            #expect(answer.hasSuffix("202"), "\(answer)")
            let grown = try Self.memory(resettingPeak: false).peak - before
            // Other tests run at the same time, with values of 30 MB. The whole file would be 300 MB.
            #expect(grown < 250_000_000, "it grew by \(grown) bytes")
            let stored = try await database.store.first(
                "select size from jobmachine.file where is_complete", as: Int.self)
            #expect(stored == size)
        }
    }
}
