/// Rows in columns as wide as they need to be.
struct Table {
    let header: [String]
    var rows: [[String]] = []
    /// The columns whose texts stand at the right, as numbers do.
    var numbers: Set<Int> = []
    /// Gives a text, filled up already, its colour.
    var ink: (_ column: Int, _ text: String) -> String = { $1 }

    /// The header and the rows, a line each.
    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        let lines = rows.map { line($0, widths, ink) }
        return ([line(header, widths) { Ink.dim($1, on: .output) }] + lines).joined(separator: "\n")
    }

    private func line(_ row: [String], _ widths: [Int], _ ink: (Int, String) -> String) -> String {
        let texts = row.indices.map { column in
            let isLast = column == row.count - 1 && !numbers.contains(column)
            let width = isLast ? 0 : widths[column]
            return ink(column, row[column].padded(to: width, onTheLeft: numbers.contains(column)))
        }
        return texts.joined(separator: "  ")
    }
}
