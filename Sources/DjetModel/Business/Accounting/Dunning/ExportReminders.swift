import DjetStore

/// Exports all reminders, in the order of their ids, as one CSV file.
///
/// The columns are id, day, level, customer, name, total, credit, fee and to_pay. The memory used does not
/// grow with the number of letters. A text that a spreadsheet would take for a formula gets an apostrophe
/// in front.
public struct ExportReminders: ModelFunction {
    /// The name `accounting.export-reminders`.
    public static let name = "accounting.export-reminders"

    /// The letters read at once: about 500 KB of text.
    private static let remindersPerPage = 10_000

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all reminders.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of letters in it so far.
    public func run(in model: Model) async throws -> File {
        try await model.storeFile(name: "reminders.csv", mimeType: "text/csv; charset=utf-8") { file in
            if byteOrderMark == true { try await file.write("\u{FEFF}") }
            var header = CSVWriter()
            header.line("id", "day", "level", "customer", "name", "total", "credit", "fee", "to_pay")
            try await file.write(header.take())
            var (last, done) = (0, 0)
            while let page = try await page(after: last, in: model) {
                try await file.write(Array(page.csv.utf8))
                last = page.lastId
                done += page.reminders
                await model.report(done: done, of: nil, note: nil)
            }
        }
    }

    private func page(after id: Int, in model: Model) async throws -> Page? {
        try await model.database.first(
            "select * from accounting.reminder_page(\(id)::bigint, \(Self.remindersPerPage)::integer)",
            as: Page.self)
    }

    /// A row of `accounting.reminder_page()`.
    private struct Page: Decodable {
        let lastId: Int
        let reminders: Int
        let csv: String
    }
}
