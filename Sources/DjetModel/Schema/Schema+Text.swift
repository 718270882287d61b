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
    }
}
