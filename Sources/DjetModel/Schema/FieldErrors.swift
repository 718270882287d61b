/// The faults of a form's or object's fields: the first 50, and the number of the others.
public struct FieldErrors: FinalError, Hashable {
    /// The most errors that are reported.
    public static let most = 50
    /// The most bytes of a field's path, and of the name of a form's field.
    package static let longestPath = 200

    /// A field and the reason why it is refused.
    public struct FieldError: Codable, Hashable, Sendable {
        /// The field as a form names it: `lines[0].quantity`.
        public let field: String
        /// The reason as the rest of a sentence: `is missing`.
        public let reason: String

        /// A field and a reason.
        public init(_ field: String, _ reason: String) {
            self.field = field
            self.reason = reason
        }
    }

    /// The reported errors, at least one and at most `most`.
    public let errors: [FieldError]
    /// The number of errors that are not reported.
    public let more: Int

    /// Creates the error from these errors, of which the first 50 are kept. `more` counts those already left
    /// out.
    public init(_ errors: [FieldError], more: Int = 0) {
        self.errors = Array(errors.prefix(Self.most))
        self.more = more + max(errors.count - Self.most, 0)
    }

    /// The reason why a field is refused; nil if it is not.
    public subscript(field: String) -> String? {
        errors.first { $0.field == field }?.reason
    }
}

extension FieldErrors: Codable {
    private enum CodingKeys: CodingKey { case errors, more }

    /// Reads the form that `encode` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode([FieldError].self, forKey: .errors),
            more: try container.decodeIfPresent(Int.self, forKey: .more) ?? 0)
    }

    /// Writes `more` only if it is not 0.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(errors, forKey: .errors)
        try container.encodeIfPresent(more > 0 ? more : nil, forKey: .more)
    }
}

extension FieldErrors: CustomStringConvertible {
    /// `lines[0].quantity is missing; dueOn is not a day; and 70 more`.
    public var description: String {
        let told = errors.map { $0.field.isEmpty ? $0.reason : "\($0.field) \($0.reason)" }
        return (told + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "; ")
    }
}
