/// Rows in columns that are as wide as their texts.
struct Table {
    let header: [String]
    var rows: [[String]] = []
    /// The columns that are aligned to the right, as numbers are.
    var numbers: Set<Int> = []
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
            let width = isLast ? 0 : widths[column]
            return ink(column, row[column].padded(to: width, onTheLeft: numbers.contains(column)))
        }
        return texts.joined(separator: "  ")
    }
}
