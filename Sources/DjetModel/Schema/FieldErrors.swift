/// What is wrong with the fields of a form, or of an object: all of it, not only the first.
public struct FieldErrors: FinalError, Codable, Hashable {
    /// One field, and why it will not do.
    public struct FieldError: Codable, Hashable, Sendable {
        /// The field as a form names it: `lines[0].quantity`.
        public let field: String
        /// Why, as the rest of a sentence: `is missing`.
        public let reason: String

        /// A field and a reason.
        public init(_ field: String, _ reason: String) {
            self.field = field
            self.reason = reason
        }
    }

    /// At least one.
    public let errors: [FieldError]

    /// These errors.
    public init(_ errors: [FieldError]) {
        self.errors = errors
    }

    /// The reason for a field, if something is wrong with it.
    public subscript(field: String) -> String? {
        errors.first { $0.field == field }?.reason
    }
}

extension FieldErrors: CustomStringConvertible {
    /// `lines[0].quantity is missing; orderedOn is not a day`.
    public var description: String {
        errors.map { $0.field.isEmpty ? $0.reason : "\($0.field) \($0.reason)" }.joined(separator: "; ")
    }
}
