/// A failure to start the embedded PostgreSQL: the cause and the remedy.
///
/// The text is for the person at the terminal; no part of it is meant for code to branch on.
public struct EmbeddedPostgresError: Error, CustomStringConvertible {
    /// The whole message, ready for display.
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    /// A message followed by the last 12 lines of a program's output.
    init(_ description: String, saying output: String) {
        let lines = output.split(whereSeparator: \.isNewline).suffix(12)
        self.description = ([description] + lines.map { "    \($0)" }).joined(separator: "\n")
    }
}
