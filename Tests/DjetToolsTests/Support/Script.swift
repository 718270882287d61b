import DjetTestSupport
import Foundation

@testable import DjetTools

/// A shell script that commands may run under the name `script`.
struct Script: Sendable {
    private let folder: URL

    /// A file whose path the script gets as `$NOTES`; its lines are the numbers of processes.
    private var notes: URL { folder.appending(path: "notes") }

    /// Writes a script, and removes it after `body`.
    static func with<Result: Sendable>(
        _ text: String, _ body: (Script) async throws -> Result
    ) async throws -> Result {
        let script = Script(folder: FileManager.default.temporaryDirectory.appending(path: "djet-\(UUID())"))
        try FileManager.default.createDirectory(at: script.folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: script.folder) }
        try writeProgram("NOTES='\(script.notes.path())'\n\(text)", to: script.path)
        return try await body(script)
    }

    var path: String { folder.appending(path: "script").path() }

    var programs: AllowedPrograms { AllowedPrograms(paths: ["script": path]) }

    /// The processes that the script has noted.
    var processes: [Int32] {
        get throws {
            try String(contentsOf: notes, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
        }
    }

    /// Returns those of the noted processes that live. One that has ended and was not reaped does not.
    func living() throws -> [Int32] {
        try processes.filter { process in
            guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                let name = text.lastIndex(of: ")")
            else { return false }
            return text[name...].split(separator: " ").dropFirst().first != "Z"
        }
    }
}
