import DjetStore
import Foundation

/// The course of one import of customers, suppliers, products, prices or tax rates, within one transaction.
struct RowImport: Sendable {
    let model: Model
    let file: File
    let shape: RowShape
    var rules = RowRules()
    /// The encoding named by the user.
    let encoding: String?

    /// Imports the file: a part of it after the other, each by one COPY. Throws ``ModelError/invalid(_:)`` if
    /// it cannot be read.
    func run() async throws -> RowReport {
        do {
            return try await importRows()
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }

    private func importRows() async throws -> RowReport {
        let tables = ImportTables(model: model, fileName: file.name, key: model.job?.key ?? "call \(UUID())")
        let source = try await OrderFile(file, encoding: encoding, of: shape.subject, in: model)
        try await tables.begin("select sales.import_rows_begin()")
        try await tables.forget()
        var reading = RowReading(source, shape, rules)
        var (accepted, bytesRead) = (0, 0)
        for try await chunk in model.bytes(of: file) {
            reading.feed(chunk)
            accepted += try await book(&reading, tables)
            bytesRead += chunk.count
            await model.report(done: bytesRead, of: file.size, note: "\(reading.lines) lines booked")
        }
        reading.feed(nil)
        accepted += try await book(&reading, tables)
        guard let format = reading.format else { throw ModelError.unavailable("the file has no header") }
        let report = RowReport(
            lines: reading.lines, accepted: accepted, rejected: reading.lines - accepted,
            rejects: try await tables.storeRejects(format), encoding: source.encoding.name)
        try await tables.forget()
        return report
    }

    /// Books the lines that have come, and returns how many were accepted.
    private func book(_ reading: inout RowReading, _ tables: ImportTables) async throws -> Int {
        var (rows, rejects) = (CopyText(), CopyText())
        while let (record, row) = try reading.next() {
            guard let format = reading.format else { continue }
            let written = format.fields(of: record)
            switch row {
            case .success(let json):
                rows.number(record.line)
                rows.text(Array(json.utf8).span)
                rows.text(written.span)
                rows.endRow()
            case .failure(let fault):
                rejects.text(Array(tables.key.utf8).span)
                rejects.number(record.line)
                rejects.text(Array(fault.reason.utf8).span)
                rejects.text(written.span)
                rejects.endRow()
            }
        }
        try await tables.copy(rejects, "copy sales.import_reject (import, line, reason, text) from stdin")
        guard !rows.bytes.isEmpty else { return 0 }
        try await tables.copy(rows, "copy pg_temp.import_row (line, fields, text) from stdin")
        return try await model.database.first(
            "select sales.import_rows(\(tables.key), \(shape.kind))", as: Int.self) ?? 0
    }
}
