import DjetStore

/// Something of which there must be none: a statement that finds what there is, in one text each.
struct Check: Sendable {
    /// What was found would be this.
    let what: String
    let statement: Statement

    init(_ what: String, _ statement: Statement) {
        self.what = what
        self.statement = statement
    }
}
