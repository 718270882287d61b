/// Imports a CSV file of orders: all of it, its rejected lines apart, or nothing.
///
/// Columns are found by their names in any order (``OrderColumn`` knows the spellings), the delimiter and the
/// encoding (UTF-8 or Windows-1252) by looking. The file may have any size; the memory used does not grow
/// with it. A line that breaks a rule (``OrderLineRules``) becomes a line of the report's file of rejects.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read as orders, ``ModelError/conflict(_:)`` if
///   an order
///   of the file exists already; both name the file and the line, and nothing has been booked.
public struct ImportOrders: ModelFunction {
    /// `sales.import-orders`.
    public static let name = "sales.import-orders"

    /// The CSV file.
    public var file: File

    /// The import of a stored file.
    public init(file: File) {
        self.file = file
    }

    /// Reads the file twice: for its encoding, then for its lines. Says how many bytes it has read.
    public func run(in model: Model) async throws -> ImportReport {
        do {
            let source = try await look(in: model)
            let desk = ImportDesk(model: model, fileName: file.name)
            try await desk.begin()
            let reading = try await book(source, at: desk, in: model)
            return try await desk.report(on: reading)
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }

    /// Reads the file once to see whether it is text, and in which encoding: only its last byte can tell.
    private func look(in model: Model) async throws -> OrderFile {
        var check = TextCheck()
        for try await chunk in model.bytes(of: file) { check.feed(chunk) }
        return try OrderFile(name: file.name, check)
    }

    private func book(_ source: OrderFile, at desk: ImportDesk, in model: Model) async throws -> OrderImport {
        var reading = OrderImport(source)
        var batch = OrderImportBatch()
        var bytesRead = 0
        for try await chunk in model.bytes(of: file) {
            let earlier = batch
            // The server books one chunk while the next is parsed here. A chunk that cannot be parsed must
            // not cancel the booking (the connection would be lost), so its error waits.
            async let booked: Void = desk.book(earlier)
            let parsed = Result { try reading.read(chunk) }
            try await booked
            batch = try parsed.get()
            bytesRead += chunk.count
            await model.report(done: bytesRead, of: source.size, note: "\(reading.lines) lines read")
        }
        try await desk.book(batch)
        try await desk.book(try reading.finish())
        return reading
    }
}
