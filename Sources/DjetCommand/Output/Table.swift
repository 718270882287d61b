/// Rows in columns that are as wide as their texts.
struct Table {
    let header: [String]
    var rows: [[String]] = []
    /// The columns that are aligned to the right, as numbers are.
    var numbers: Set<Int> = []
    /// The number of characters on a line: a longer last text is cut. Nil, the default, is no limit.
    var width: Int?
    /// Returns a padded text in its colour.
    var ink: (_ column: Int, _ text: String) -> String = { $1 }

    /// The header and the rows, one per line.
    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        let lines = rows.map { line($0, widths, ink) }
        return ([line(header, widths) { Ink.dim($1, on: .output) }] + lines).joined(separator: "\n")
    }

    private func line(_ row: [String], _ widths: [Int], _ ink: (Int, String) -> String) -> String {
        // Nothing stands behind the last text.
        let row = row.prefix(through: row.lastIndex { !$0.isEmpty } ?? 0)
        let texts = row.indices.map { column in
            let isLast = column == row.count - 1 && !numbers.contains(column)
            guard !isLast else { return ink(column, cut(row[column], behind: widths.prefix(column))) }
            return ink(column, row[column].padded(to: widths[column], onTheLeft: numbers.contains(column)))
        }
        return texts.joined(separator: "  ")
    }

    /// Returns the last text of a line, cut to what is left of it.
    private func cut(_ text: String, behind widths: ArraySlice<Int>) -> String {
        guard let width else { return text }
        return text.cut(to: max(width - widths.reduce(0) { $0 + $1 + 2 }, 1))
    }
}
