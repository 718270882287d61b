import DjetStore
import Foundation

/// Books what an import has read: the SQL side of ``ImportOrders``, within its transaction.
struct ImportDesk: Sendable {
    private static let rejectsPerPage = 1_000

    let model: Model
    let fileName: String

    /// Waits for other imports to end and prepares the temporary tables.
    func begin() async throws {
        try await model.database.query("select sales.import_begin()")
    }

    /// Books a batch as a step of an import, with what belongs to that before and after it.
    func book(_ batch: OrderImportBatch, asStepOf key: String) async throws {
        try await model.database.query("select sales.import_resume(\(key))")
        try await book(batch)
        try await model.database.query("select sales.import_pause(\(key))")
    }

    /// Ends an import in steps.
    func report(on reading: OrderImport, afterStepsOf key: String) async throws -> ImportReport {
        try await model.database.query("select sales.import_recall(\(key))")
        let report = try await report(on: reading)
        try await model.database.query("select sales.import_forget(\(key))")
        return report
    }

    /// Books a batch: its products, customers and orders, then its lines.
    func book(_ batch: OrderImportBatch) async throws {
        let database = model.database
        try await copy(batch.rejects, "copy pg_temp.order_import_reject (line, reason, text) from stdin")
        guard !batch.runs.bytes.isEmpty else { return }
        try await copy(
            batch.runs,
            """
            copy pg_temp.order_import_run
              (first_line, line_count, total, ordered_on, number, customer, country)
            from stdin
            """
        )
        try await copy(
            batch.products,
            "copy pg_temp.order_import_product (line, code, description) from stdin"
        )
        do {
            try await database.query("select sales.import_chunk(\(Day(model.now).description)::date)")
        } catch let error as StoreError {
            guard case .conflict(let text)? = ModelError(error) else { throw error }
            throw ModelError.conflict("\(fileName), \(text)")
        }
        try await copy(
            batch.lines,
            """
            copy sales.order_line (line_number, quantity, unit_price, order_number, product_code, description)
            from stdin
            """
        )
    }

    /// Ends the import: what has been booked, and the file of rejects.
    func report(on reading: OrderImport) async throws -> ImportReport {
        let booked = try await model.database.first("select * from sales.import_finish()", as: Booked.self)
        guard let booked else { throw ModelError.unavailable("the totals of the import have no row") }
        return ImportReport(
            lines: reading.lines,
            accepted: reading.accepted,
            rejected: reading.rejected,
            orders: booked.orders,
            returns: booked.returns,
            salesTotal: booked.salesTotal,
            returnsTotal: booked.returnsTotal,
            netTotal: booked.netTotal,
            rejects: try await storeRejects()
        )
    }

    private func copy(_ rows: CopyText, _ statement: Statement) async throws {
        guard !rows.bytes.isEmpty else { return }
        _ = try await model.database.copyIn(statement, bytes: rows.bytes)
    }

    private func storeRejects() async throws -> File {
        try await model.storeFile(name: "rejects.csv", mimeType: "text/csv; charset=utf-8") { file in
            var csv = CSVWriter()
            csv.line("line", "reason", "text")
            var last = 0
            while let page = try await rejects(after: last) {
                for reject in page { csv.line(String(reject.line), reject.reason, reject.text) }
                last = page.last?.line ?? last
                try await file.write(csv.take())
            }
            if !csv.bytes.isEmpty { try await file.write(csv.take()) }
        }
    }

    private func rejects(after line: Int) async throws -> [Reject]? {
        let page = try await model.database.rows(
            "select * from sales.import_rejects(\(line), \(Self.rejectsPerPage))",
            as: Reject.self
        )
        return page.isEmpty ? nil : page
    }

    /// A row of `sales.import_finish()`.
    private struct Booked: Decodable {
        let orders: Int
        let returns: Int
        let salesTotal: Decimal
        let returnsTotal: Decimal
        let netTotal: Decimal
    }

    /// A row of `sales.import_rejects()`.
    private struct Reject: Decodable {
        let line: Int
        let reason: String
        let text: String
    }
}
