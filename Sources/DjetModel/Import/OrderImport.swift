/// Turns a file of orders, chunk by chunk and in constant memory, into rows for COPY.
///
/// ```swift
/// var reading = OrderImport(file)
/// for chunk in chunks { book(try reading.read(chunk)) }
/// book(try reading.finish())
/// ```
package struct OrderImport: Sendable {
    /// How many lines have been read, the header and blank lines left out.
    package private(set) var lines = 0

    /// How many of them were rejected.
    package private(set) var rejected = 0

    /// How many of them became order lines.
    package var accepted: Int { lines - rejected }

    private let file: OrderFile
    private var reader = CSVReader()
    private var rules: OrderLineRules?
    private var run: OrderRun?
    private var codes = CodeBook()
    private var batch = OrderImportBatch()
    private var runFields = CopyText()

    package init(_ file: OrderFile) {
        self.file = file
    }

    /// Reads on.
    ///
    /// - Returns: what the chunk's whole lines come to; a line that it cuts comes with the next.
    /// - Throws: why the file cannot be read on, with file and line.
    package mutating func read(_ chunk: [UInt8]) throws(ImportError) -> OrderImportBatch {
        reader.feed(file.encoding.utf8(chunk))
        return try takeBatch()
    }

    /// Ends the reading.
    ///
    /// - Returns: what was left.
    /// - Throws: why the end of the file is not the end of a line, or that there was no header.
    package mutating func finish() throws(ImportError) -> OrderImportBatch {
        reader.finish()
        return try takeBatch()
    }

    private mutating func takeBatch() throws(ImportError) -> OrderImportBatch {
        batch = OrderImportBatch()
        while let record = try nextRecord() { try take(record) }
        endRun()
        return batch
    }

    private mutating func nextRecord() throws(ImportError) -> CSVRecord? {
        do {
            return try reader.next()
        } catch {
            throw ImportError(file: file.name, line: error.line, error.description)
        }
    }

    private mutating func take(_ record: CSVRecord) throws(ImportError) {
        guard let rules else { return try takeHeader(record) }
        lines += 1
        do {
            take(try rules.line(of: record), of: record)
        } catch {
            reject(record, error)
        }
    }

    private mutating func takeHeader(_ record: CSVRecord) throws(ImportError) {
        do {
            let columns = try OrderColumns(header: record.fields.indices.map(record.text))
            rules = OrderLineRules(columns: columns, allowsDecimalComma: reader.delimiter != .comma)
        } catch {
            throw ImportError(file: file.name, line: record.line, error.description)
        }
    }

    private mutating func take(_ line: OrderLine, of record: CSVRecord) {
        join(line, record)
        run?.add(FixedNumber.amount(quantity: line.quantity, price: line.price))
        if codes.isNews(
            record.buffer.span.extracting(line.code.range),
            withDescription: line.description != nil
        ) {
            batch.products.number(record.line)
            batch.products.field(line.code, of: record)
            batch.products.field(line.description, of: record)
            batch.products.endRow()
        }
        batch.lines.number(record.line)
        batch.lines.number(line.quantity)
        batch.lines.number(line.price)
        batch.lines.field(line.number, of: record)
        batch.lines.field(line.code, of: record)
        batch.lines.field(line.description, of: record)
        batch.lines.endRow()
    }

    /// Lets a line join the present run, or begin another.
    private mutating func join(_ line: OrderLine, _ record: CSVRecord) {
        runFields.removeAll()
        runFields.plain(line.day?.description)
        runFields.field(line.number, of: record)
        runFields.field(line.customer, of: record)
        runFields.field(line.country, of: record)
        guard run?.fields != runFields.bytes else { return }
        endRun()
        run = OrderRun(fields: runFields.bytes, firstLine: record.line)
    }

    private mutating func endRun() {
        run?.write(to: &batch.runs)
        run = nil
    }

    private mutating func reject(_ record: CSVRecord, _ reason: RejectReason) {
        rejected += 1
        batch.rejects.number(record.line)
        batch.rejects.plain(reason.description)
        batch.rejects.text(record.buffer.span.extracting(record.range))
        batch.rejects.endRow()
    }
}
