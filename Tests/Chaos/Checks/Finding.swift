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
