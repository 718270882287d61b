import DjetStore

/// The bytes of a job's part as JSON, in chunks of some megabytes: a slow client holds neither a connection
/// nor the whole part.
public struct JobPartBytes: AsyncSequence, Sendable {
    /// A chunk of bytes.
    public typealias Element = [UInt8]

    /// The bytes of a chunk. The server turns the whole part into text for each chunk, so that there should
    /// be few.
    static let chunk = 16 << 20

    let part: JobPart
    let job: Int64
    let database: any Database
    let queue: JobQueue

    /// Starts at the first byte asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(bytes: self)
    }

    /// An iterator over the chunks.
    public struct Iterator: AsyncIteratorProtocol {
        let bytes: JobPartBytes
        var count = 0
        var isOver = false

        /// Returns the next chunk; nil at the end. Throws `ModelError.notFound` if the job has been forgotten
        /// meanwhile.
        public mutating func next() async throws -> [UInt8]? {
            guard !isOver else { return nil }
            let statement = bytes.queue.bytes(
                of: bytes.part, of: bytes.job, from: count, amount: JobPartBytes.chunk)
            guard let row = try await bytes.database.query(statement.binary()).first else {
                throw ModelError.notFound("the job \(bytes.job) is no longer stored")
            }
            guard let chunk = try row.value(0, as: [UInt8]?.self) else { return nil }
            count += chunk.count
            isOver = chunk.count < JobPartBytes.chunk
            return chunk.isEmpty ? nil : chunk
        }
    }
}
