/// A JSON value whose numbers stand as they were written: none is rounded on its way to the reader.
package enum JSONTree: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        /// As text, without the escapes of JSON.
        package let name: String
        package let value: JSONTree

        package init(name: String, value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case array([JSONTree])
    /// As it stands between the quotes, escapes and all.
    case string(String)
    /// A number, true, false or null.
    case word(String)

    package static let null = JSONTree.word("null")

    /// A member of an object, of two with one name the later.
    package subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// What lies directly in it.
    package var children: [JSONTree] {
        switch self {
        case .object(let members): members.map(\.value)
        case .array(let elements): elements
        case .string, .word: []
        }
    }

    /// What it is, in words that fit a message.
    var summary: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "the text “\((text ?? "").beginning(60))”"
        case .word(let word): word.beginning(60)
        }
    }
}
