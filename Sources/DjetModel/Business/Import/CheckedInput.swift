/// The bytes that a check reads: the beginning of a file, or all of it.
package enum CheckedInput: Sendable {
    case head(ImportHead)
    case whole(File)

    /// Reads the bytes, a chunk after the other, and nil behind the last one of the file.
    ///
    /// - Parameters:
    ///   - pass: the number of this reading, from 1, of all that the check needs. A whole file is a way whose
    ///     progress is reported.
    ///   - take: takes a chunk.
    func each(
        in model: Model, pass: Int = 1, of passes: Int = 1, _ take: ([UInt8]?) async throws -> Void
    ) async throws {
        switch self {
        case .head(let head):
            try await take(head.bytes)
            if head.isWhole { try await take(nil) }
        case .whole(let file):
            var bytesRead = (pass - 1) * file.size
            for try await chunk in model.bytes(of: file) {
                try await take(chunk)
                bytesRead += chunk.count
                await model.report(done: bytesRead, of: passes * file.size)
            }
            try await take(nil)
        }
    }

    /// True if all bytes of a file are read that a person waits for as a job.
    var isWhole: Bool {
        if case .whole = self { true } else { false }
    }
}
