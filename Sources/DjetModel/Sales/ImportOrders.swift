import Foundation

/// Imports a CSV file of orders: all of it, its rejected lines apart, or nothing.
///
/// Columns are found by their names in any order (``OrderColumn`` knows the spellings), the delimiter and the
/// encoding (UTF-8 or Windows-1252) by looking. The file may have any size; the memory used does not grow
/// with it. A line that breaks a rule (``OrderLineRules``) becomes a line of the report's file of rejects.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read as orders, ``ModelError/conflict(_:)`` if
///   an order
///   of the file exists already; both name the file and the line, and nothing has been booked, unless it was
///   to be in steps.
public struct ImportOrders: ModelFunction {
    /// `sales.import-orders`.
    public static let name = "sales.import-orders"
    /// In steps: one, or one for each part of the file.
    public static let commit = Commit.stepwise

    /// The CSV file.
    public var file: File
    /// Whether each part of the file, about a megabyte, is booked for itself, so that nothing of it has to be
    /// done again after a crash, and other work is not held up meanwhile. If the file turns out to be at fault
    /// further on, what stands before that stays booked.
    public var inSteps: Bool?

    /// The import of a stored file.
    public init(file: File, inSteps: Bool? = nil) {
        self.file = file
        self.inSteps = inSteps
    }

    /// Reads the file twice: for its encoding, then for its lines. Says how many bytes it has read.
    public func run(in model: Model) async throws -> ImportReport {
        do {
            if inSteps == true { return try await runInSteps(in: model) }
            return try await model.step("all") { try await runAtOnce(in: $0) }
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }

    private func runAtOnce(in model: Model) async throws -> ImportReport {
        let source = try await look(in: model)
        let desk = ImportDesk(model: model, fileName: file.name)
        try await desk.begin()
        let reading = try await book(source, at: desk, in: model)
        return try await desk.report(on: reading)
    }

    /// The parts that an earlier attempt has booked are read again, but not booked again.
    private func runInSteps(in model: Model) async throws -> ImportReport {
        let key = model.job?.key ?? "call \(UUID())"
        var reading = OrderImport(try await look(in: model))
        var (part, bytesRead) = (0, 0)
        for try await chunk in model.bytes(of: file) {
            part += 1
            bytesRead += chunk.count
            try await book(try reading.read(chunk), "part \(part)", key, in: model)
            await model.report(done: bytesRead, of: file.size, note: "\(reading.lines) lines read")
        }
        try await book(try reading.finish(), "last part", key, in: model)
        let wholeReading = reading
        return try await model.step("report") { model in
            let desk = ImportDesk(model: model, fileName: file.name)
            return try await desk.report(on: wholeReading, afterStepsOf: key)
        }
    }

    private func book(
        _ batch: OrderImportBatch, _ step: String, _ key: String, in model: Model
    ) async throws {
        try await model.step(step) { model in
            try await ImportDesk(model: model, fileName: file.name).book(batch, asStepOf: key)
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
