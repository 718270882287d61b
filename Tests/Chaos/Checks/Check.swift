import DjetStore

/// A check for something that must not exist: its statement returns one text for each case.
struct Check: Sendable {
    /// The description of such a case, in the plural.
    let what: String
    let statement: Statement

    init(_ what: String, _ statement: Statement) {
        self.what = what
        self.statement = statement
    }
}
