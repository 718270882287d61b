import Foundation

/// The table of a letter before it is cut into sheets.
struct LetterTable {
    /// A column, which has the same width on all sheets.
    struct Column {
        /// The kind of a column, by which it has its width.
        enum Kind: String, CaseIterable {
            case line, code, figure, share, day, money
            /// It takes what the others leave.
            case words
        }

        let name: String
        let kind: Kind
    }

    /// A row: as many texts as there are columns.
    struct Row {
        let texts: [String]
        /// The amount that it adds to the total that is carried; nil where none is carried.
        var amount: Decimal?
    }

    /// The language of the letter, in which the texts of the rows are already.
    let words: Words
    let columns: [Column]
    let rows: [Row]
    /// True if the rows have amounts, whose total is carried from sheet to sheet.
    let isCarried: Bool

    /// Creates a table without the columns that may be empty, and are in all rows.
    ///
    /// - Parameters:
    ///   - columns: the columns with their English names.
    ///   - optional: the places of these columns.
    init(in words: Words, _ columns: [Column], rows: [Row], optional: Set<Int> = []) {
        let kept = columns.indices.filter { place in
            !optional.contains(place) || rows.contains { !$0.texts[place].isEmpty }
        }
        self.words = words
        self.columns = kept.map { Column(words(columns[$0].name), columns[$0].kind) }
        self.rows = rows.map { row in Row(texts: kept.map { row.texts[$0] }, amount: row.amount) }
        isCarried = rows.contains { $0.amount != nil }
    }
}

extension LetterTable.Column {
    /// Creates a column.
    init(_ name: String, _ kind: Kind) {
        self.init(name: name, kind: kind)
    }

    /// Returns a cell of the column.
    func cell(_ text: String) -> Letter.Cell {
        let isNumber = [.line, .figure, .share, .money].contains(kind)
        return Letter.Cell(text: text, column: kind.rawValue, isNumber: isNumber)
    }
}
