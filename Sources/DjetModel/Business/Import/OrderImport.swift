/// Turns a surveyed file of orders into rows for COPY, chunk by chunk and in constant memory.
///
/// ```swift
/// var booking = OrderImport(reading, of: "import 7")
/// for chunk in chunks { book(try booking.read(chunk, fates)) }
/// book(try booking.finish(fates))
/// ```
package struct OrderImport: Sendable {
    /// The reading of the file, up to here.
    package private(set) var reading: OrderReading

    /// The name of the import, as a field for COPY.
    private let key: [UInt8]
    private var codes = CodeBook()
    private var batch = OrderImportBatch()

    /// The format of the rejects; nil until a line is rejected.
    private var format: RejectsFormat?

    /// - Parameters:
    ///   - reading: the reading of the file, from its start.
    ///   - key: the name of the import.
    package init(_ reading: OrderReading, of key: String) {
        self.reading = reading
        var field = CopyText()
        field.text(Array(key.utf8).span)
        self.key = field.bytes
    }

    /// Reads the next part of the file.
    ///
    /// - Parameters:
    ///   - chunk: the bytes of the part.
    ///   - fates: the fates of the orders in it, by their numbers.
    /// - Returns: the rows of its whole lines; a line that the chunk cuts comes with the next.
    /// - Throws: the reason why the file cannot be read on, with file and line.
    package mutating func read(
        _ chunk: [UInt8], _ fates: [[UInt8]: OrderFate] = [:]
    ) throws(ImportError) -> OrderImportBatch {
        reading.feed(chunk)
        return try takeBatch(fates)
    }

    /// Ends the reading. Returns the rows that are left.
    package mutating func finish(_ fates: [[UInt8]: OrderFate] = [:]) throws(ImportError) -> OrderImportBatch
    {
        reading.finish()
        return try takeBatch(fates)
    }

    /// Reads past a part of the file that is booked already; nil is the end of the file.
    package mutating func skip(_ chunk: [UInt8]?) throws(ImportError) {
        if let chunk { reading.feed(chunk) } else { reading.finish() }
        try reading.skip()
    }

    private mutating func takeBatch(_ fates: [[UInt8]: OrderFate]) throws(ImportError) -> OrderImportBatch {
        batch = OrderImportBatch()
        while let (record, line) = try reading.next() {
            // The header comes with the first part, and before its lines.
            batch.haveDiscounts = reading.rules?.columns.haveDiscounts ?? false
            switch line {
            case .success(let line): take(line, record, fates)
            case .failure(let reason): reject(record, reason.description)
            }
        }
        return batch
    }

    private mutating func take(_ line: OrderLine, _ record: CSVRecord, _ fates: [[UInt8]: OrderFate]) {
        switch fates.isEmpty ? nil : fates[line.number.bytes(of: record)] {
        case .refused(let reason): reject(record, reason)
        case .spread:
            addProduct(of: line, record)
            batch.spreadLines.fields(key)
            Self.add(line, record, to: &batch.spreadLines)
            if batch.haveDiscounts { batch.spreadLines.share(line.discount) }
            batch.spreadLines.endRow()
        case nil:
            addProduct(of: line, record)
            Self.add(line, record, to: &batch.lines)
            batch.lines.amount(line.amount)
            if batch.haveDiscounts { batch.lines.share(line.discount) }
            batch.lines.endRow()
        }
    }

    private mutating func addProduct(of line: OrderLine, _ record: CSVRecord) {
        let isNews =
            switch line.code {
            case .place(let field):
                codes.isNews(
                    record.buffer.span.extracting(field.range), withDescription: line.description != nil)
            case .own(let bytes): codes.isNews(bytes.span, withDescription: line.description != nil)
            }
        guard isNews else { return }
        batch.products.number(record.line)
        batch.products.field(line.code, of: record)
        batch.products.field(line.description, of: record)
        batch.products.endRow()
    }

    private static func add(_ line: OrderLine, _ record: CSVRecord, to rows: inout CopyText) {
        rows.number(record.line)
        rows.number(line.quantity)
        rows.number(line.price)
        rows.field(line.number, of: record)
        rows.field(line.code, of: record)
        rows.field(line.description, of: record)
    }

    private mutating func reject(_ record: CSVRecord, _ reason: String) {
        format = format ?? RejectsFormat(reading)
        guard let format else { return }
        batch.rejects.fields(key)
        batch.rejects.number(record.line)
        batch.rejects.text(Array(reason.utf8).span)
        batch.rejects.text(format.fields(of: record).span)
        batch.rejects.endRow()
    }
}

/// The fate of an order's lines, if they are not simply booked with the part of the file in which they lie.
package enum OrderFate: Sendable, Equatable {
    /// The order's lines lie in several parts, and are booked together.
    case spread

    /// No line of the order is booked, for this reason.
    case refused(String)
}
