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

/// The result of a check.
struct Finding: Sendable {
    /// The number of examples that are shown.
    private static let samples = 8

    let what: String
    let count: Int
    let examples: [String]

    init(_ what: String, _ cases: [String]) {
        self.what = what
        count = cases.count
        examples = Array(cases.prefix(Self.samples))
    }
}
