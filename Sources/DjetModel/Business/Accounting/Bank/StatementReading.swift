import Foundation

/// The reading of one statement of a file.
struct StatementReading {
    let file: String
    let statement: CAMTStatement
    let currency: String?

    /// Returns the statement with its booked entries. Those that are pending, or of 0, are left out.
    func read() throws -> BankStatement {
        guard let number = try text(statement.number, "Id", 70) else { throw fault("Id is missing") }
        guard let account = try text(statement.account?.number, "Acct/Id", 70) else {
            throw fault("Acct/Id is missing")
        }
        let entries = try (statement.entries ?? []).enumerated().compactMap { place, entry in
            try EntryReading(statement: self, place: place + 1, entry: entry).read()
        }
        return BankStatement(
            account: account, number: number, from: day(statement.period?.from),
            to: day(statement.period?.to),
            entries: entries)
    }

    private func day(_ text: String?) -> Day? { text.flatMap { Day(String($0.prefix(10))) } }

    /// Returns the meaning of a text, cut to a length; nil if nothing is left.
    func text(
        _ text: String?, _ field: String, _ longest: Int, entry: Int? = nil, _ use: PlainText.Use = .code
    ) throws -> String? {
        guard let text else { return nil }
        let plain: String
        do throws(PlainText.Problem) {
            plain = try PlainText.of(text, use)
        } catch {
            throw fault("\(field) \(error.reason)", entry: entry)
        }
        let cut = String(String.UnicodeScalarView(plain.unicodeScalars.prefix(longest)))
        return cut.isEmpty ? nil : cut
    }

    /// Returns the error of a field.
    func fault(_ problem: String, entry: Int? = nil) -> ImportError {
        let number = (statement.number ?? "").prefix(70).filter { !$0.isNewline }
        let place = entry.map { ", entry \($0)" } ?? ""
        return ImportError(file: file, "statement “\(number)”\(place): \(problem)")
    }
}
