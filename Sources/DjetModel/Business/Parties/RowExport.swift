import DjetStore

/// Writes a CSV file of rows in the order of their codes, a page at a time.
struct RowExport: Sendable {
    /// The rows read at once: about a megabyte of text.
    private static let rowsPerPage = 5_000

    /// The function of the schema `sales` that returns a page as text.
    let page: String
    /// The first line.
    let header: [UInt8]

    /// Stores the file, and reports the number of rows in it so far.
    func file(_ name: String, byteOrderMark: Bool, in model: Model) async throws -> File {
        try await model.storeFile(name: name, mimeType: "text/csv; charset=utf-8") { file in
            if byteOrderMark { try await file.write("\u{FEFF}") }
            try await file.write(header)
            var (last, done) = ("", 0)
            while let page = try await page(after: last, in: model) {
                try await file.write(Array(page.csv.utf8))
                last = page.lastCode
                done += page.entries
                await model.report(done: done, of: nil, note: nil)
            }
        }
    }

    private func page(after code: String, in model: Model) async throws -> Page? {
        try await model.database.first(
            "select * from sales.\(identifier: page)(\(code), \(Self.rowsPerPage)::integer)", as: Page.self)
    }

    /// A row of `sales.customer_page()` and the like.
    private struct Page: Decodable {
        let lastCode: String
        let entries: Int
        let csv: String
    }
}
