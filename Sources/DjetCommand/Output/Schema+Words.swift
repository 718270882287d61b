import DjetModel

extension Schema {
    /// A field at any depth, for people.
    struct FieldLine {
        /// The path in JSON: `lines[].product`.
        let path: String
        /// True if it may be left out, or is not always there.
        let isOptional: Bool
        /// The values that it takes.
        let words: String
    }

    /// The fields at all depths, each behind the one that it is part of.
    var fieldLines: [FieldLine] { fieldLines(below: "") }

    private func fieldLines(below outer: String) -> [FieldLine] {
        switch unwrapped {
        case .object(let fields):
            fields.flatMap { field in
                let path = outer.isEmpty ? field.name : "\(outer).\(field.name)"
                let line = FieldLine(path: path, isOptional: field.isOptional, words: field.schema.words)
                return [line] + field.schema.fieldLines(below: path)
            }
        case .array(let element): element.fieldLines(below: "\(outer)[]")
        case .dictionary(let value): value.fieldLines(below: "\(outer).NAME")
        default: []
        }
    }

    /// The values that it takes, in words: `whole number from 1 to 9`.
    var words: String {
        switch self {
        case .string(let text): text.words
        case .integer(let range): Self.words(for: range)
        case .number: "number"
        case .boolean: "true or false"
        case .date: "day, such as 2010-12-01"
        case .dateTime: "time, such as 2026-11-21T20:15:00Z"
        case .file: "file"
        case .array(let element): "list: \(element.words)"
        case .dictionary(let value): "object with any names: \(value.words)"
        case .object(let fields): fields.isEmpty ? "nothing" : "object"
        case .nullable(let schema): schema.words
        case .any: "anything"
        }
    }

    private static func words(for range: ClosedRange<Int64>) -> String {
        let from = range.lowerBound > Int64.min ? " from \(range.lowerBound)" : ""
        let to = range.upperBound < Int64.max ? " to \(range.upperBound)" : ""
        return "whole number\(from)\(to)"
    }
}

extension Schema.Text {
    /// The texts that are allowed, in words.
    fileprivate var words: String {
        if !choices.isEmpty { return "one of \(choices.joined(separator: ", "))" }
        if let example, !example.isEmpty { return "text, such as \(example)" }
        return "text" + (maximumLength.map { " of at most \($0) characters" } ?? "")
    }
}
