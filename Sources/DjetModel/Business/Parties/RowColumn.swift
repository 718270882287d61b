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
