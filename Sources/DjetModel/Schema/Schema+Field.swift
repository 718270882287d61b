extension Schema {
    /// A field of an object.
    public struct Field: Sendable, Hashable {
        /// The name in JSON.
        public let name: String
        /// The schema of its value.
        public let schema: Schema
        /// True if it may be left out.
        public let isOptional: Bool

        /// Creates a field.
        public init(_ name: String, _ schema: Schema, isOptional: Bool = false) {
            self.name = name
            self.schema = schema
            self.isOptional = isOptional
        }

        /// The name for people: `Due on` for `dueOn`.
        public var title: String {
            var words = ""
            for character in name {
                if character == "_" || character == "-" {
                    words += " "
                } else if character.isUppercase, let last = words.last, last.isLowercase || last.isNumber {
                    words += " " + character.lowercased()
                } else {
                    words.append(character)
                }
            }
            return words.prefix(1).uppercased() + words.dropFirst()
        }
    }
}
