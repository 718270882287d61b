/// What a check has found.
struct Finding: Sendable {
    /// As many as tell how the others look.
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
