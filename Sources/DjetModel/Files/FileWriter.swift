import DjetStore

/// A writer for the bytes of a file that is being stored.
public actor FileWriter {
    /// The longest chunk, in bytes.
    static let chunkSize = 1 << 20

    private let id: Int64
    private let database: any Database
    private let queue: JobQueue
    private var buffer: [UInt8] = []
    private var number = 0
    private(set) var size = 0

    init(_ id: Int64, in database: any Database, _ queue: JobQueue) {
        self.id = id
        self.database = database
        self.queue = queue
    }

    /// Adds bytes. They are stored in chunks of 1 MiB.
    public func write(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while buffer.count + rest.count >= Self.chunkSize {
            let part = rest.prefix(Self.chunkSize - buffer.count)
            rest = rest.dropFirst(part.count)
            let chunk = buffer + part
            buffer.removeAll(keepingCapacity: true)
            try await store(chunk)
        }
        buffer.append(contentsOf: rest)
    }

    /// Adds text as UTF-8.
    public func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }

    func finish() async throws {
        if !buffer.isEmpty { try await store(buffer) }
        buffer = []
        try await database.query(queue.finishFile(id))
    }

    private func store(_ chunk: [UInt8]) async throws {
        try await database.query(queue.addChunk(number, chunk, to: id))
        number += 1
        size += chunk.count
    }
}
