/// The sign between the fields of a file's lines.
public enum FieldSeparator: String, Sendable, CaseIterable {
    /// A comma.
    case comma
    /// A semicolon, as spreadsheets write where the comma stands before decimals.
    case semicolon
    /// A tab.
    case tab
    /// A vertical bar.
    case bar

    /// The sign.
    package var byte: UInt8 {
        switch self {
        case .comma: .comma
        case .semicolon: .semicolon
        case .tab: .tab
        case .bar: .bar
        }
    }
}

extension FieldSeparator: Codable, SchemaDescribed {
    /// The schema: the name or the sign.
    public static var schema: Schema {
        .string(.init(choices: allCases.map(\.rawValue) + [",", ";", "\t", "|"]))
    }

    /// Decodes a name or a sign.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let found = Self.allCases.first { $0.rawValue == text || text.utf8.elementsEqual([$0.byte]) }
        guard let found else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is neither comma, semicolon, tab nor bar")
        }
        self = found
    }
}
