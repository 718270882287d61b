import DjetModel
import Foundation
import Glibc

/// A file for reading that somebody named, opened before anything is done.
struct InputFile: Sendable {
    private static let chunkSize = 1 << 20

    /// The most bytes of a text: no job has longer arguments.
    private static let longestText = 64 << 20

    let name: String
    /// The size when the file was opened; 0 of a pipe.
    let size: Int
    private let handle: FileHandle

    /// Throws `CommandFailure` if the path is empty, or the file is missing, unreadable, or neither a regular
    /// file nor a pipe: a device may never end.
    init(_ path: String) throws {
        size = try Self.size(of: path)
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(.noInput, "\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        self.handle = handle
        name = URL(fileURLWithPath: path).lastPathComponent
    }

    /// Returns the whole file. Throws `CommandFailure` if it is too long, or not UTF-8.
    func text() throws -> String {
        try Self.text(from: handle, of: name)
    }

    /// Returns all bytes as text. Throws `CommandFailure`, which names their origin, if they are too many, or
    /// not UTF-8.
    static func text(from handle: FileHandle, of origin: String) throws -> String {
        var bytes = Data()
        while let chunk = try handle.read(upToCount: chunkSize), !chunk.isEmpty {
            bytes += chunk
            guard bytes.count <= longestText else {
                throw CommandFailure(.usage, "\(origin) is longer than 64 MiB: pass what is long as a file")
            }
        }
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
                guard done <= max(size, Model.uploadLimit) else {
                    throw CommandFailure(
                        .noInput, "\(name) does not end within 1 GiB: write it to a file first")
                }
                bar.show(JobProgress(done: done, of: size, note: "bytes"))
            }
        }
    }

    private var mimeType: String {
        name.lowercased().hasSuffix(".csv") ? "text/csv" : "application/octet-stream"
    }

    private static func size(of path: String) throws -> Int {
        guard !path.isEmpty else { throw CommandFailure(.noInput, "the path is empty: name a file") }
        var status = stat()
        guard stat(path, &status) == 0 else { throw CommandFailure(.noInput, "there is no file \(path)") }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return Int(status.st_size)
        case S_IFIFO: return 0
        case S_IFDIR: throw CommandFailure(.noInput, "\(path) is a folder: name a file")
        default: throw CommandFailure(.noInput, "\(path) is a device or a socket: name a file or a pipe")
        }
    }
}
