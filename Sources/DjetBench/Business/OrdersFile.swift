import DjetModel

/// A file of sample orders, whole lines in each chunk.
struct OrdersFile: Sendable {
    let chunks: [[UInt8]]
    /// How many, the header left out.
    let lines: Int

    init(orders: Int) {
        chunks = SampleOrders(count: orders, seed: 1).map(Self.whole)
        lines = chunks.reduce(-1) { lines, chunk in lines + chunk.count { $0 == UInt8(ascii: "\n") } }
    }

    /// For those who take bytes as they come.
    var stream: AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
    }

    /// Stores it in the database.
    func store(in model: Model) async throws -> File {
        try await model.storeFile(name: "orders.csv", mimeType: "text/csv") { writer in
            for chunk in chunks { try await writer.write(chunk) }
        }
    }

    /// Imports it once it is stored, and returns how many lines it has.
    func book(_ stored: File, in model: Model) async throws -> Int {
        let report = try await model.call(ImportOrders(file: stored))
        guard report.lines == lines else {
            throw BenchError("of \(lines) lines, \(report.lines) have been read")
        }
        return report.lines
    }

    /// Without the lines that lack a field: the import would reject each, COPY refuses them all.
    private static func whole(_ chunk: [UInt8]) -> [UInt8] {
        let lines = chunk.split(separator: UInt8(ascii: "\n")).filter { commas(in: $0) == 6 }
        return Array(lines.map { $0 + [UInt8(ascii: "\n")] }.joined())
    }

    /// Those that separate fields.
    private static func commas(in line: ArraySlice<UInt8>) -> Int {
        var isQuoted = false
        return line.count { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
    }
}
