import DjetStore

/// A file whose bytes come from somebody else. Each mebibyte is committed as it comes, so that nothing in the
/// database waits for a slow client.
///
/// Nobody sees the file before it is finished. The workers' housekeeping removes an unfinished one an hour
/// after its last byte.
public actor Upload {
    private let id: Int64
    private let name: String
    private let mimeType: String
    private let model: Model
    private let limit: Int
    private var buffer: [UInt8] = []
    private var number = 0
    /// The number of bytes received.
    public private(set) var size = 0

    init(_ id: Int64, name: String, mimeType: String, limit: Int, in model: Model) {
        self.id = id
        self.name = name
        self.mimeType = mimeType
        self.limit = limit
        self.model = model
    }

    /// Adds bytes. Throws `FileTooLong`, and `ModelError.notFound` if the upload was given up because no
    /// bytes came for too long.
    public func write(_ bytes: some Collection<UInt8> & Sendable) async throws {
        size += bytes.count
        guard size <= limit else { throw FileTooLong(limit: limit) }
        buffer.append(contentsOf: bytes)
        while buffer.count >= FileWriter.chunkSize {
            let chunk = Array(buffer[..<FileWriter.chunkSize])
            buffer.removeFirst(FileWriter.chunkSize)
            try await store(chunk)
        }
    }

    /// Completes the file.
    func finish() async throws -> File {
        if !buffer.isEmpty { try await store(buffer) }
        buffer = []
        let size: Int? = try await model.transaction { try await $0.answer($0.queue.finishFile(id)) }
        return File(id: id, name: name, mimeType: mimeType, size: size ?? self.size)
    }

    private func store(_ chunk: [UInt8]) async throws {
        try await model.ask(model.queue.addChunk(number, chunk, to: id))
        number += 1
    }
}
