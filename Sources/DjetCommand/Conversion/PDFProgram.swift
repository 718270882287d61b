import DjetModel
import Foundation
import Glibc
import Subprocess

/// The program of the system that converts pages to PDF.
///
/// Chromium is told by its name. Any other is called like weasyprint, with the page and the file to write.
struct PDFProgram: PDFConverter {
    /// The most bytes of the program's messages.
    private static let longestMessage = 64 << 10
    /// The most bytes of a PDF file.
    static let longestFile = 256 << 20

    /// The name or the path; nil if none is configured.
    let program: String?
    /// The time that a conversion may take.
    let limit: Duration

    init(_ program: String?, limit: Duration = .seconds(600)) {
        self.program = program
        self.limit = limit
    }

    func pdf(of page: String) async throws -> [UInt8] {
        guard let program else {
            throw ModelError.unavailable(
                "no converter to PDF is configured: set DJET_PDF to the path of chromium or weasyprint")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-pdf-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "page.html")
        try Data(page.utf8).write(to: source)
        let result = folder.appending(path: "page.pdf")
        try await convert(
            source.path(percentEncoded: false), to: result.path(percentEncoded: false), by: program,
            in: folder.path(percentEncoded: false))
        return try Self.bytes(of: result, by: program)
    }

    /// Runs the program until it ends, or until the time is over.
    private func convert(
        _ source: String, to result: String, by program: String, in folder: String
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [limit] in
                try await Task.sleep(for: limit)
                throw Self.failure(program, "has not ended after \(limit / .seconds(1)) s")
            }
            group.addTask {
                try await Self.run(program, Self.arguments(of: program, source, result, folder), in: folder)
            }
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }

    private static func run(_ program: String, _ arguments: [String], in folder: String) async throws {
        // Its own processes end with it: they are a session.
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
        ]
        let outcome: (status: TerminationStatus, text: String)
        do {
            let result = try await Subprocess.run(
                .name(URL(filePath: program).lastPathComponent), arguments: Arguments(arguments),
                environment: environment(of: program, folder), platformOptions: options,
                output: .string(limit: longestMessage), error: .combinedWithOutput)
            outcome = (result.terminationStatus, result.standardOutput)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw failure(program, "failed: \(error)")
        }
        guard outcome.status.isSuccess else {
            throw failure(program, "failed (\(outcome.status)): \(outcome.text.suffix(500))")
        }
    }

    /// Returns the whole environment: neither passwords nor the settings of this program are meant for it.
    private static func environment(of program: String, _ folder: String) -> Environment {
        // The program is looked for in its own folder first, so that a path works as well as a name.
        let place = URL(filePath: program).deletingLastPathComponent().path(percentEncoded: false)
        let own = program.contains("/") ? [place] : []
        let path = own + [ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"]
        return .custom([
            "PATH": path.joined(separator: ":"), "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8",
        ])
    }

    static func arguments(
        of program: String, _ source: String, _ result: String, _ folder: String
    ) -> [String] {
        guard URL(filePath: program).lastPathComponent.contains("chrom") else { return [source, result] }
        // Tags make a file of a thousand sheets 17 times as large.
        let arguments = [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-pdf-tagging",
            "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(result)",
        ]
        // Chromium has no sandbox for root. The page runs no script and fetches nothing.
        return arguments + (geteuid() == 0 ? ["--no-sandbox"] : []) + [URL(filePath: source).absoluteString]
    }

    private static func bytes(of file: URL, by program: String) throws -> [UInt8] {
        let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize
        guard let size, size > 0 else { throw failure(program, "has written no file") }
        guard size <= longestFile else {
            throw failure(program, "has written a file of more than \(longestFile >> 20) MiB")
        }
        let bytes = [UInt8](try Data(contentsOf: file))
        guard bytes.starts(with: "%PDF-".utf8) else { throw failure(program, "has written no PDF") }
        return bytes
    }

    private static func failure(_ program: String, _ reason: String) -> ModelError {
        .unavailable("the converter to PDF, \(program), \(reason)")
    }
}
