/// What is wrong with the fields of a form, or of an object: the first 50 of all of them, and how many more there are.
public struct FieldErrors: FinalError, Hashable {
    /// As many as somebody would read.
    public static let most = 50

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

    /// At least one, at most `most`.
    public let errors: [FieldError]
    /// How many more there are.
    public let more: Int

    /// These errors, of which the first 50 are told; and so many more that have been left out already.
    public init(_ errors: [FieldError], more: Int = 0) {
        self.errors = Array(errors.prefix(Self.most))
        self.more = more + max(errors.count - Self.most, 0)
    }

    /// The reason for a field, if something is wrong with it.
    public subscript(field: String) -> String? {
        errors.first { $0.field == field }?.reason
    }
}

extension FieldErrors: Codable {
    private enum CodingKeys: CodingKey { case errors, more }

    /// From what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode([FieldError].self, forKey: .errors),
            more: try container.decodeIfPresent(Int.self, forKey: .more) ?? 0)
    }

    /// The number of those left out only if there are any.
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
