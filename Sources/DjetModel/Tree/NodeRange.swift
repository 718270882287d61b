/// The limits of a node's numbers that the database does not report in words.
enum NodeRange {
    /// Throws `ModelError.invalid` for numbers that no node can have.
    static func check(position: Int?, status: Int? = nil) throws {
        if let position, !(0...1_000_000).contains(position) {
            throw ModelError.invalid("a node's position is a number from 0 to 1000000")
        }
        if let status, ![301, 302, 307, 308].contains(status) {
            throw ModelError.invalid(
                "a node cannot redirect with status \(status): take 301, 302, 307 or 308")
        }
    }
}
