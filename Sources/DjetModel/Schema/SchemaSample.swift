import DjetJSON

/// The made-up values that a type is decoded from.
enum SchemaSample: CaseIterable {
    case blank, some, many

    /// Returns made-up JSON of this shape.
    func json(of schema: Schema) -> JSONTree {
        switch schema {
        case .string(let text): .text(text.choices.first ?? text.example ?? word)
        case .integer(let range): .word("\(min(max(number, range.lowerBound), range.upperBound))")
        case .number: .word("\(number)")
        case .boolean: .word(self == .blank ? "false" : "true")
        case .date: .text("2000-01-01")
        case .dateTime: .text("2000-01-01T00:00:00Z")
        case .file: Self.file
        case .array: .array([])
        case .dictionary: .object([])
        case .object(let fields):
            .object(
                fields.filter { !$0.isOptional }.map {
                    .init(name: $0.name, value: json(of: $0.schema))
                })
        case .nullable, .any: .word("null")
        }
    }

    private var word: String {
        switch self {
        case .blank: ""
        case .some: "a"
        case .many: "aaaaaaaa"
        }
    }

    private var number: Int64 {
        switch self {
        case .blank: 0
        case .some: 1
        case .many: 100
        }
    }

    private static let file = JSONTree.object([
        .init(name: "file", value: .word("0")), .init(name: "mimeType", value: .text("text/plain")),
        .init(name: "name", value: .text("file")), .init(name: "size", value: .word("0")),
    ])
}
