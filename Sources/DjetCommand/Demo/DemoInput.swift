import DjetModel
import Foundation

/// Where the demo's orders come from.
struct DemoInput: Sendable {
    private enum Source: Sendable {
        case file(FileHandle, size: Int)
        case sample(orders: Int)
    }

    private static let chunkSize = 1 << 20

    private let source: Source
    private let name: String

    /// A file, opened now so that one that cannot be read is refused before anything is done. Throws
    /// `CommandFailure`.
    init(path: String) throws {
        let handle = try InputFile.open(path)
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        source = .file(handle, size: size ?? 0)
        name = URL(fileURLWithPath: path).lastPathComponent
    }

    /// Orders that are made up.
    init(orders: Int) {
        source = .sample(orders: orders)
        name = "orders.csv"
    }

    /// Stores the file in the database.
    func store(in model: Model, behind bar: ProgressBar) async throws -> File {
        defer { bar.clear() }
        return try await model.storeFile(name: name, mimeType: "text/csv") { writer in
            switch source {
            case .file(let handle, let size): try await copy(handle, size, to: writer, bar)
            case .sample(let orders):
                for chunk in DemoBusiness.sample(orders: orders) { try await writer.write(chunk) }
            }
        }
    }

    private func copy(
        _ handle: FileHandle, _ size: Int, to writer: FileWriter, _ bar: ProgressBar
    ) async throws {
        var done = 0
        while let chunk = try handle.read(upToCount: Self.chunkSize), !chunk.isEmpty {
            try await writer.write(Array(chunk))
            done += chunk.count
            bar.show(JobProgress(done: done, of: size, note: "bytes"))
        }
    }
}
