import DjetStore

/// Writes a CSV file of rows, a page at a time.
struct RowExport: Sendable {
    /// The rows read at once: about a megabyte of text.
    private static let rowsPerPage = 5_000

    /// The first line.
    let header: [UInt8]
    /// Returns the statement that reads a page: up to a number of rows behind the mark of the page before,
    /// which is empty for the first one.
    let page: @Sendable (String, Int) -> Statement

    /// Stores the file, and reports the number of rows in it so far.
    func file(_ name: String, byteOrderMark: Bool, in model: Model) async throws -> File {
        try await model.storeFile(name: name, mimeType: "text/csv; charset=utf-8") { file in
            if byteOrderMark { try await file.write("\u{FEFF}") }
            try await file.write(header)
            var (last, done) = ("", 0)
            while let page = try await page(after: last, in: model) {
                try await file.write(Array(page.csv.utf8))
                last = page.last
                done += page.entries
                await model.report(done: done, of: nil, note: nil)
            }
        }
    }

    private func page(after mark: String, in model: Model) async throws -> Page? {
        try await model.database.first(page(mark, Self.rowsPerPage), as: Page.self)
    }

    /// A row of `sales.party_page()` and the like.
    private struct Page: Decodable {
        /// The mark of the last row.
        let last: String
        let entries: Int
        let csv: String
    }
}
