/// A column that an import of rows looks for in the header of a file.
struct RowColumn: Sendable {
    /// The meaning of the texts in a column.
    enum Use: Sendable {
        case code, prose, number, day
    }

    /// The name of the field in SQL.
    let field: String
    /// The names in files. ``OrderColumn`` says which differences do not matter.
    let spellings: [String]
    let use: Use

    init(_ field: String, _ spellings: String..., use: Use = .code) {
        (self.field, self.spellings, self.use) = (field, spellings, use)
    }

    /// The name for people: the first of the spellings.
    var title: String { spellings[0] }
}

/// The columns of a kind of file, and where its rows go.
struct RowShape: Sendable {
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
