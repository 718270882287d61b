/// A JSON value whose numbers stand as they were written: none is rounded on its way to the reader.
indirect enum JSONTree: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        /// As it stands between the quotes, escapes and all.
        let name: String
        let value: JSONTree
    }

    case object([Member])
    case array([JSONTree])
    /// As it stands between the quotes, escapes and all.
    case string(String)
    /// A number, true, false or null.
    case word(String)

    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// What lies directly in it.
    var children: [JSONTree] {
        switch self {
        case .object(let members): members.map(\.value)
        case .array(let elements): elements
        case .string, .word: []
        }
    }
}
