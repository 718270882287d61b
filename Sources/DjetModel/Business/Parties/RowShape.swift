/// The columns of a kind of file, and where its rows go.
public struct RowShape: Sendable {
    /// The hints that the forms of all imports of rows have.
    static let hints = [
        "file": "CSV; its first line names the columns, in any order",
        "separator": "Between the fields; without it, the sign that stands most often in the header",
        "mapping": "The field of each column, or - to ignore it",
    ]

    /// The kind of row that `sales.import_rows` knows.
    let kind: String
    let subject: ImportSubject
    let columns: [RowColumn]

    /// The columns as fields of a mapping.
    var fields: [ImportField] {
        columns.enumerated().map {
            ImportField(name: $1.field, title: $1.title, isNeeded: $0 == 0)
        }
    }

    /// The columns by their names without what makes no difference.
    let known: [String: RowColumn]

    init(kind: String, _ subject: ImportSubject, _ columns: [RowColumn]) {
        (self.kind, self.subject, self.columns) = (kind, subject, columns)
        known = Dictionary(
            columns.flatMap { column in column.spellings.map { (OrderColumn.plain($0), column) } }
        ) { first, _ in first }
    }
}
