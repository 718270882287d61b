/// A parameter that a route's query may have.
public struct QueryField: Sendable {
    /// The kind of value that a parameter takes.
    public enum Kind: Sendable {
        /// Any text, up to 1,000 characters.
        case text
        /// Words to search for, up to 200 characters: a search costs as much as the words are long.
        case words
        /// A whole number within these bounds.
        case integer(ClosedRange<Int64>)
        /// One of these texts.
        case choice([String])
        /// A text that matches this ECMAScript regular expression, with an example to show people.
        case matching(String, like: String)
        /// A time like `2026-11-22T10:00:00Z`, or a day.
        case time
    }

    /// The name, before the `=`.
    public let name: String
    /// The kind of value, after the `=`.
    public let kind: Kind
    /// The meaning, for readers of the OpenAPI document.
    public let meaning: String
    /// True if the parameter must be given and must not be empty.
    public let isRequired: Bool

    /// Creates a field.
    public init(
        _ name: String, _ kind: Kind, _ meaning: String, isRequired: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.isRequired = isRequired
    }
}
