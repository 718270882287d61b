import DjetModel

/// A file of sample orders, in chunks of whole lines.
struct OrdersFile: Sendable {
    let chunks: [[UInt8]]
    /// The number of lines without the header.
    let lines: Int

    init(orders: Int) {
        chunks = SampleOrders(count: orders, seed: 1).map(Self.whole)
        lines = chunks.reduce(-1) { lines, chunk in lines + chunk.count { $0 == UInt8(ascii: "\n") } }
    }

    /// The chunks as a stream.
    var stream: AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
    }

    /// Stores the file in the database.
    func store(in model: Model) async throws -> File {
        try await model.storeFile(name: "orders.csv", mimeType: "text/csv") { writer in
            for chunk in chunks { try await writer.write(chunk) }
        }
    }

    /// Imports the stored file and returns its number of lines. Throws `BenchError` if some were not read.
    func book(_ stored: File, in model: Model) async throws -> Int {
        let report = try await model.call(ImportOrders(file: stored))
        guard report.lines == lines else {
            throw BenchError("of \(lines) lines, \(report.lines) have been read")
        }
        return report.lines
    }

    /// Returns the chunk without the lines that lack a field: the import rejects each, COPY refuses the file.
    private static func whole(_ chunk: [UInt8]) -> [UInt8] {
        let lines = chunk.split(separator: UInt8(ascii: "\n")).filter { commas(in: $0) == 6 }
        return Array(lines.map { $0 + [UInt8(ascii: "\n")] }.joined())
    }

    /// Returns the number of commas outside quotes.
    private static func commas(in line: ArraySlice<UInt8>) -> Int {
        var isQuoted = false
        return line.count { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
    }
}
