/// The sizes of what is on a sheet, in millimetres. They are those of `documents.css`, rounded up.
enum SheetSize {
    /// The height of an A4 sheet between its margins, less 2 mm that a converter may round away.
    static let height = 257.0
    /// The width between the margins.
    static let width = 174.0
    /// The line above each sheet.
    static let running = 6.5
    /// The space around the text above the table.
    static let textMargin = 6.0
    /// The width of that text.
    static let textWidth = 150.0
    /// The lines of a row on one sheet. A higher row becomes several.
    static let mostLines = 20

    /// The size of the font.
    private static let font = 3.36
    /// The height of a line of text.
    static let line = 4.8
    private static let cellPadding = 3.0

    /// Returns the height of a row.
    static func row(ofLines count: Int) -> Double { Double(count) * line + 2.6 }

    /// Returns the lines of a text across a width.
    static func lines(_ text: String, across width: Double) -> [Substring] {
        TextLines.of(text, width: width / font)
    }

    /// Returns the lines of each text in its column.
    static func lines(_ texts: [String], in columns: [LetterTable.Column]) -> [[Substring]] {
        let fixed = columns.reduce(0) { $0 + ($1.kind.width ?? 0) }
        let flexible = columns.filter { $0.kind == .words }.count
        return zip(texts, columns).map { text, column in
            let own = column.kind.width ?? (width - fixed) / Double(flexible)
            return lines(text, across: own - cellPadding)
        }
    }

    /// Returns the height of what is above the text and the table on the first sheet.
    static func head(
        heading: String, sender: [String], recipient: [String], facts: [Letter.Fact]
    ) -> Double {
        func count(_ texts: [String], across width: Double) -> Double {
            Double(texts.reduce(0) { $0 + max(1, lines($1, across: width).count) })
        }
        let address = max(32, count(recipient, across: 85) * line)
        // The heading is bold, and 1.6 times as large.
        let title = count([heading], across: width / 1.8) * 7.6 + 7
        let table = count(facts.map(\.value), across: 110) * line + Double(facts.count) * 0.6 + 7
        return 6 + count(sender, across: width) * line + 8 + address + title + table
    }

    /// Returns the height of what is below the table.
    static func tail(sums: [Letter.Fact], notes: [String]) -> Double {
        let totals = sums.isEmpty ? 0 : 4.5 + Double(sums.count) * (line + 0.6)
        let text = notes.reduce(0.0) { $0 + Double(lines($1, across: width).count) * line + 1 }
        return totals + (notes.isEmpty ? 0 : 8 + text)
    }
}

extension LetterTable.Column.Kind {
    /// The width, as the style sheet has it; nil for the one that takes the rest.
    var width: Double? {
        switch self {
        case .line: 11
        case .code: 24
        case .figure: 20
        case .share: 17
        case .day: 24
        case .money: 28
        case .words: nil
        }
    }
}
