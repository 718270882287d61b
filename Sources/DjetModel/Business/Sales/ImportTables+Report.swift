import DjetStore
import Foundation

/// The end of an import: its report, and the file of its rejects.
extension ImportTables {
    private static let rejectsPerPage = 1_000

    /// Returns the totals of what is booked, and the file of rejects.
    func report(on reading: OrderReading) async throws -> ImportReport {
        let booked = try await model.database.first(
            "select * from sales.import_finish(\(key))", as: Booked.self)
        guard let booked, let format = RejectsFormat(reading) else {
            throw ModelError.unavailable("the totals of the import have no row")
        }
        return ImportReport(
            lines: reading.lines,
            accepted: reading.lines - booked.rejected,
            rejected: booked.rejected,
            orders: booked.orders,
            returns: booked.returns,
            salesTotal: booked.salesTotal,
            returnsTotal: booked.returnsTotal,
            netTotal: booked.netTotal,
            rejects: try await storeRejects(format),
            encoding: reading.file.encoding.name,
            foreign: booked.foreign
        )
    }

    /// Stores the file of rejects.
    func storeRejects(_ format: RejectsFormat) async throws -> File {
        try await model.storeFile(name: "rejects.csv", mimeType: "text/csv; charset=utf-8") { file in
            try await file.write(format.header)
            var last = 0
            while let page = try await rejects(after: last) {
                for reject in page {
                    try await file.write(format.line(reject.line, reject.reason, reject.text))
                }
                last = page.last?.line ?? last
            }
        }
    }

    private func rejects(after line: Int) async throws -> [Reject]? {
        let page = try await model.database.rows(
            "select * from sales.import_rejects(\(key), \(line), \(Self.rejectsPerPage))",
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
        let rejected: Int
        let foreign: [OrderTotals.Foreign]
    }

    /// A row of `sales.import_rejects()`.
    private struct Reject: Decodable {
        let line: Int
        let reason: String
        let text: String
    }
}
