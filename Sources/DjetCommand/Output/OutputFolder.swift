import DjetModel
import Foundation

/// A folder for output, known to be writable before the work begins.
struct OutputFolder: Sendable {
    let path: String

    /// Creates the folder if it is missing, and tests it. Throws `CommandFailure` if it cannot be written.
    init(_ path: String) throws {
        guard !path.isEmpty else {
            throw CommandFailure(.cannotWrite, "the path of the folder is empty: name a folder")
        }
        self.path = path
        let probe = "\(path)/.djet-\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: probe))
            try FileManager.default.removeItem(atPath: probe)
        } catch {
            throw CommandFailure(
                .cannotWrite,
                "the folder \(path) cannot be written: \(Self.reason(error)). Choose another folder.")
        }
    }

    /// The advice of a command whose result has reasons in a file that nobody saved.
    static let advice = "--save FOLDER keeps the reasons"

    /// Saves a stored file under its name, or `name`, and reports the path on standard error. An older file
    /// stays as it is: the new one gets a number, as in `rejects-2.csv`. Returns the path. Throws
    /// `CommandFailure` if it cannot be written.
    @discardableResult
    func keep(_ file: File, as name: String? = nil, of model: Model) async throws -> String {
        let name = Model.plainName(name ?? file.name)
        let target = try reserve(name)
        do { try await fill(target, with: file, of: model) } catch {
            try? FileManager.default.removeItem(atPath: target)
            throw error
        }
        let isTaken = target != path(of: name)
        Terminal.error.line("Saved \(target)\(isTaken ? "; \(name) was there already" : "")")
        return target
    }

    /// Writes a stored file under a name, and returns the path. An older file of that name is replaced when
    /// the new one is complete. Throws `CommandFailure` if it cannot be written.
    func replace(_ name: String, with file: File, of model: Model) async throws -> String {
        let target = path(of: name)
        try await fill(target, with: file, of: model)
        return target
    }

    private func path(of name: String) -> String { "\(path)/\(name)" }

    /// Creates an empty file under a name or, if that is taken, under the next free one. Returns its path.
    private func reserve(_ name: String) throws -> String {
        for number in 1...1_000 {
            let target = path(of: number == 1 ? name : FileName.numbered(name, number))
            do {
                try Data().write(to: URL(fileURLWithPath: target), options: .withoutOverwriting)
                return target
            } catch {
                if FileManager.default.fileExists(atPath: target) { continue }
                throw CommandFailure(.cannotWrite, "\(target) cannot be written: \(Self.reason(error))")
            }
        }
        throw CommandFailure(
            .cannotWrite, "the folder \(path) has 1,000 files like \(name): choose another folder")
    }

    private func fill(_ target: String, with file: File, of model: Model) async throws {
        let draft = "\(target).\(UUID().uuidString.prefix(8)).part"
        do {
            try await write(model.bytes(of: file), to: draft)
            guard rename(draft, target) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            guard error is CocoaError || error is POSIXError else { throw error }
            throw CommandFailure(.cannotWrite, "\(target) cannot be written: \(Self.reason(error))")
        }
    }

    private func write(_ bytes: FileBytes, to path: String) async throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        for try await chunk in bytes { try handle.write(contentsOf: Data(chunk)) }
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? POSIXError { return String(cString: strerror(error.code.rawValue)) }
        let below = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        return below.map { reason($0) } ?? error.localizedDescription
    }
}
