extension Schema {
    /// A value of an object.
    public struct Field: Sendable, Hashable {
        /// Its name in JSON.
        public let name: String
        /// Its shape.
        public let schema: Schema
        /// Whether it may be left out.
        public let isOptional: Bool

        /// A field.
        public init(_ name: String, _ schema: Schema, isOptional: Bool = false) {
            self.name = name
            self.schema = schema
            self.isOptional = isOptional
        }

        /// Its name for people: `Due on` for `dueOn`.
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
