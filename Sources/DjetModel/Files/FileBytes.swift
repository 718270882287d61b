import DjetStore

/// The bytes of a stored file in chunks: most have 1 MiB, the last one less.
public struct FileBytes: AsyncSequence, Sendable {
    /// A chunk of bytes.
    public typealias Element = [UInt8]

    let file: File
    let start: Int
    let database: any Database
    let schema: String

    /// Starts at the first byte asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(bytes: self)
    }

    /// An iterator over the chunks.
    public struct Iterator: AsyncIteratorProtocol {
        let bytes: FileBytes
        /// The number of the next chunk; nil until the first one is found.
        var number: Int?
        /// The number of bytes before the next chunk.
        var count = 0

        /// Returns the next chunk; nil at the end. Throws `ModelError.notFound` if the file is gone.
        public mutating func next() async throws -> [UInt8]? {
            guard count < bytes.file.size, bytes.start < bytes.file.size else { return nil }
            let first = number == nil ? try await findFirst() : nil
            let chunk = try await chunk(number ?? 0)
            number = (number ?? 0) + 1
            count += chunk.count
            return first.map { Array(chunk.dropFirst($0)) } ?? chunk
        }

        /// Finds the chunk with the first byte. Returns the number of bytes to drop from it; nil if the start
        /// is 0.
        private mutating func findFirst() async throws -> Int? {
            guard bytes.start > 0 else { return nil }
            let statement: Statement = """
                select number, before from (
                  select number, sum(octet_length(bytes)) over (order by number) - octet_length(bytes) as before
                  from \(identifier: bytes.schema).chunk where file = \(bytes.file.id)
                ) as chunk where before <= \(bytes.start) order by number desc limit 1
                """
            guard let row = try await bytes.database.query(statement).first else { throw gone }
            (number, count) = (try row.value(0), try row.value(1))
            return bytes.start - count
        }

        private func chunk(_ number: Int) async throws -> [UInt8] {
            let statement: Statement = """
                select bytes from \(identifier: bytes.schema).chunk where file = \(bytes.file.id) and number = \(number)
                """
            guard
                let chunk = try await bytes.database.query(statement.binary()).first?.value(
                    0, as: [UInt8].self)
            else { throw gone }
            return chunk
        }

        private var gone: ModelError { .notFound("the file \(bytes.file.name) is no longer stored") }
    }
}
