import DjetStore

/// The bytes of a stored file, a chunk at a time: each 1 MiB, the last one less.
public struct FileBytes: AsyncSequence, Sendable {
    /// Some of the bytes.
    public typealias Element = [UInt8]

    let file: File
    let database: any Database
    let schema: String

    /// Begins at the first byte.
    public func makeAsyncIterator() -> Iterator {
        Iterator(bytes: self)
    }

    /// Hands over the chunks.
    public struct Iterator: AsyncIteratorProtocol {
        let bytes: FileBytes
        var number = 0
        var count = 0

        /// The next chunk; nil at the end. Throws `ModelError.notFound` if the file is gone.
        public mutating func next() async throws -> [UInt8]? {
            guard count < bytes.file.size else { return nil }
            let statement: Statement = """
                select bytes from \(identifier: bytes.schema).chunk where file = \(bytes.file.id) and number = \(number)
                """
            guard
                let chunk = try await bytes.database.query(statement.binary()).first?.value(
                    0, as: [UInt8].self)
            else { throw ModelError.notFound("the file \(bytes.file.name) is no longer stored") }
            number += 1
            count += chunk.count
            return chunk
        }
    }
}
