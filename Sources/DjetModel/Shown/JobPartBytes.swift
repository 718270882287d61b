import DjetStore

/// The bytes of a part of a job as JSON, some megabytes at a time: a client that reads slowly holds neither a connection
/// nor the whole of it.
public struct JobPartBytes: AsyncSequence, Sendable {
    /// Some of the bytes.
    public typealias Element = [UInt8]

    /// The server makes the whole a text for each of them, so that they had better be few.
    static let chunk = 16 << 20

    let part: JobPart
    let job: Int64
    let database: any Database
    let queue: JobQueue

    /// Begins at the first byte.
    public func makeAsyncIterator() -> Iterator {
        Iterator(bytes: self)
    }

    /// Hands over the bytes.
    public struct Iterator: AsyncIteratorProtocol {
        let bytes: JobPartBytes
        var count = 0
        var isOver = false

        /// The next bytes; nil at the end. Throws `ModelError.notFound` if the job is forgotten meanwhile.
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
