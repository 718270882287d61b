/// What a route's query may hold under a name.
public struct QueryField: Sendable {
    /// What its text must be.
    public enum Kind: Sendable {
        /// Anything, up to 1,000 characters.
        case text
        /// Words to search for, up to 200 characters: a search costs as much as the words are long.
        case words
        /// A whole number within these bounds.
        case integer(ClosedRange<Int64>)
        /// One of these.
        case choice([String])
        /// What matches this regular expression, as ECMAScript spells it; and an example, which people are told.
        case matching(String, like: String)
        /// A time like `2026-11-22T10:00:00Z`, or a day.
        case time
    }

    /// What stands before the `=`.
    public let name: String
    /// What may stand behind it.
    public let kind: Kind
    /// What it means, for the people who read the OpenAPI document.
    public let meaning: String
    /// Whether it must be given, and not be blank.
    public let isRequired: Bool

    /// A field.
    public init(
        _ name: String, _ kind: Kind, _ meaning: String, isRequired: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.isRequired = isRequired
    }
}
