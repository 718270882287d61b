extension Schema {
    /// What a text may be.
    public struct Text: Sendable, Hashable {
        /// What it means, in JSON Schema's words: `uri`, `uuid`, …; nil is nothing in particular.
        public var format: String?
        /// The regular expression that it matches, as ECMAScript spells it.
        public var pattern: String?
        /// The only texts there are; empty is any.
        public var choices: [String]
        /// The fewest characters.
        public var minimumLength: Int?
        /// The most characters.
        public var maximumLength: Int?
        /// One that will do, where the rest does not tell.
        public var example: String?

        /// A text that keeps to this; by default any.
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
