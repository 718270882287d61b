/// Why the embedded PostgreSQL could not be started: what is wrong and what to do about it.
///
/// The text is meant for the person at the terminal; there is nothing in it to branch on.
public struct EmbeddedPostgresError: Error, CustomStringConvertible {
    /// The whole message, ready to be shown.
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    /// A message that ends with what a program said last.
    init(_ description: String, saying output: String) {
        let lines = output.split(whereSeparator: \.isNewline).suffix(12)
        self.description = ([description] + lines.map { "    \($0)" }).joined(separator: "\n")
    }
}
