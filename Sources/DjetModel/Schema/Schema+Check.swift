import Foundation

extension Schema {
    /// Holds JSON that a program sent to this shape, before it is decoded.
    ///
    /// Throws `FieldErrors`, which names each field that will not do: missing, unknown, of another type, or
    /// against what the schema says of it. Days, times and files are left to decoding.
    package func check(_ tree: JSONTree) throws {
        let errors =
            unknownFields(in: tree).map { FieldErrors.FieldError($0, "is not a field that there is") }
            + misfits(in: tree, at: "")
        guard errors.isEmpty else { throw FieldErrors(errors) }
    }

    private func misfits(in tree: JSONTree, at path: String) -> [FieldErrors.FieldError] {
        switch (self, tree) {
        case (.nullable, .word("null")), (.any, _): return []
        case (.nullable(let schema), _): return schema.misfits(in: tree, at: path)
        case (.object(let fields), .object(let members)):
            return fields.flatMap { Self.misfits(of: $0, in: members, at: path) }
        case (.array(let element), .array(let trees)):
            return trees.enumerated().flatMap { element.misfits(in: $1, at: "\(path)[\($0)]") }
        case (.dictionary(let value), .object(let members)):
            return members.flatMap {
                value.misfits(in: $0.value, at: Self.path(path, JSONTree.unescaped($0.name)))
            }
        default: return misfit(of: tree).map { [FieldErrors.FieldError(path, $0)] } ?? []
        }
    }

    private static func misfits(
        of field: Field, in members: [JSONTree.Member], at path: String
    ) -> [FieldErrors.FieldError] {
        let path = Self.path(path, field.name)
        guard let member = members.first(where: { JSONTree.unescaped($0.name) == field.name }) else {
            return field.isOptional ? [] : [FieldErrors.FieldError(path, "is missing")]
        }
        if field.isOptional, member.value == .word("null") { return [] }
        return field.schema.misfits(in: member.value, at: path)
    }

    /// Why one value will not do, as the rest of a sentence.
    private func misfit(of tree: JSONTree) -> String? {
        switch (self, tree) {
        case (.string(let text), .string(let written)): text.misfit(of: JSONTree.unescaped(written))
        case (.integer(let range), .word(let word)): Self.misfit(of: word, in: range)
        case (.number, .word(let word)): Self.isNumber(word) ? nil : "must be a number"
        case (.boolean, .word("true")), (.boolean, .word("false")): nil
        case (.date, .string), (.dateTime, .string), (.file, .object): nil
        default: "must be \(wish)"
        }
    }

    private static func misfit(of word: String, in range: ClosedRange<Int64>) -> String? {
        guard isNumber(word), let number = Int64(word) ?? Decimal(string: word).flatMap(whole) else {
            return "must be a whole number"
        }
        return range.contains(number) ? nil : "is not from \(range.lowerBound) to \(range.upperBound)"
    }

    /// What `7.0` and `7e0` say.
    private static func whole(_ number: Decimal) -> Int64? {
        Int64(number.description)
    }

    private static func isNumber(_ word: String) -> Bool { !["true", "false", "null"].contains(word) }

    private var wish: String {
        switch self {
        case .string: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .date: "a day of the form 2010-12-01"
        case .dateTime: "a time of the form 2026-11-21T20:15:00Z"
        case .file: "a file"
        case .array: "a list"
        case .dictionary, .object: "an object"
        case .nullable(let schema): schema.wish
        case .any: "a value"
        }
    }
}

extension Schema.Text {
    /// Characters are counted as JSON Schema counts them.
    fileprivate func misfit(of value: String) -> String? {
        let length = value.unicodeScalars.count
        if !choices.isEmpty, !choices.contains(value) {
            return "is none of \(choices.joined(separator: ", "))"
        }
        if let minimumLength, length < minimumLength { return "has fewer than \(minimumLength) characters" }
        if let maximumLength, length > maximumLength { return "has more than \(maximumLength) characters" }
        guard let pattern, let regex = try? Regex(pattern) else { return nil }
        return value.firstMatch(of: regex) == nil ? "is not of the form \(pattern)" : nil
    }
}
