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

    /// Writes a stored file under its name, or `name`, and returns the path. An older file of that name is
    /// replaced when the new one is complete. Throws `CommandFailure` if it cannot be written.
    func save(_ file: File, as name: String? = nil, of model: Model) async throws -> String {
        let target = "\(path)/\(Model.plainName(name ?? file.name))"
        let draft = "\(target).\(UUID().uuidString.prefix(8)).part"
        do {
            try await write(model.bytes(of: file), to: draft)
            guard rename(draft, target) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            guard error is CocoaError || error is POSIXError else { throw error }
            throw CommandFailure(.cannotWrite, "\(target) cannot be written: \(Self.reason(error))")
        }
        return target
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
