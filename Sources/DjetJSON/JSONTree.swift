/// A JSON value whose numbers keep their original spelling, so that none is rounded on its way to the reader.
package enum JSONTree: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        /// The name as text, without JSON's escapes.
        package let name: String
        package let value: JSONTree

        package init(name: String, value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case array([JSONTree])
    /// A string as it stands between the quotes, escapes included.
    case string(String)
    /// A number, true, false or null.
    case word(String)

    package static let null = JSONTree.word("null")

    /// Returns a member of an object; of two with one name, the later.
    package subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// The values directly inside.
    package var children: [JSONTree] {
        switch self {
        case .object(let members): members.map(\.value)
        case .array(let elements): elements
        case .string, .word: []
        }
    }

    /// A description that fits into a message.
    var summary: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "the text “\((text ?? "").beginning(60))”"
        case .word(let word): word.beginning(60)
        }
    }
}
