import DjetModel
import Foundation

/// A file for reading that somebody named, opened before anything is done.
struct InputFile: Sendable {
    private static let chunkSize = 1 << 20

    let name: String
    let size: Int
    private let handle: FileHandle

    /// Throws `CommandFailure` if the path is empty, or the file is missing, a folder or unreadable.
    init(_ path: String) throws {
        handle = try Self.open(path)
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        self.size = size ?? 0
        name = URL(fileURLWithPath: path).lastPathComponent
    }

    /// Returns the whole file. Throws `CommandFailure` if it is not UTF-8.
    func text() throws -> String {
        try Self.text(try handle.readToEnd() ?? Data(), of: name)
    }

    /// Returns bytes as text. Throws `CommandFailure`, which names their origin, if they are not UTF-8.
    static func text(_ bytes: Data, of origin: String) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.usage, "\(origin) is not UTF-8 text")
        }
        return text
    }

    /// Stores the file in the database, and shows the progress.
    func store(in model: Model, behind bar: ProgressBar) async throws -> File {
        defer { bar.clear() }
        return try await model.storeFile(name: name, mimeType: mimeType) { writer in
            var done = 0
            while let chunk = try handle.read(upToCount: Self.chunkSize), !chunk.isEmpty {
                try await writer.write(Array(chunk))
                done += chunk.count
                bar.show(JobProgress(done: done, of: size, note: "bytes"))
            }
        }
    }

    private var mimeType: String {
        name.lowercased().hasSuffix(".csv") ? "text/csv" : "application/octet-stream"
    }

    private static func open(_ path: String) throws -> FileHandle {
        guard !path.isEmpty else { throw CommandFailure(.noInput, "the path is empty: name a file") }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(.noInput, "there is no file \(path)")
        }
        guard !isFolder.boolValue else {
            throw CommandFailure(.noInput, "\(path) is a folder: name a file")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(.noInput, "\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        return handle
    }
}
