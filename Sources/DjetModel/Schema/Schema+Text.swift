extension Schema {
    /// The limits of a text.
    public struct Text: Sendable, Hashable {
        /// The format in JSON Schema's words: `uri`, `uuid`, …; nil for none.
        public var format: String?
        /// The regular expression that it matches, in ECMAScript's syntax.
        public var pattern: String?
        /// The allowed texts; empty for any.
        public var choices: [String]
        /// The fewest characters.
        public var minimumLength: Int?
        /// The most characters.
        public var maximumLength: Int?
        /// An accepted text, for limits that do not tell one.
        public var example: String?

        /// Creates the limits; by default any text is allowed.
        public init(
            format: String? = nil, pattern: String? = nil, choices: [String] = [], minimumLength: Int? = nil,
            maximumLength: Int? = nil, example: String? = nil
        ) {
            self.format = format
            self.pattern = pattern
            self.choices = choices
            self.minimumLength = minimumLength
            self.maximumLength = maximumLength
            self.example = example
        }

        /// Returns why a text is refused; nil if it is accepted.
        package func reason(against value: String) -> String? {
            if !choices.isEmpty, !choices.contains(value) {
                return value.isEmpty ? "is missing" : "must be one of \(choices.joined(separator: ", "))"
            }
            // Counts scalars, as JSON Schema and PostgreSQL do: a character may have any number of marks.
            if let minimumLength, value.unicodeScalars.count < minimumLength {
                return value.isEmpty ? "is missing" : "has fewer than \(minimumLength) characters"
            }
            if let maximumLength, value.unicodeScalars.count > maximumLength {
                return "has more than \(maximumLength) characters"
            }
            return nil
        }
    }
}
