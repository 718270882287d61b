/// What stands before the decimals of a number.
public enum DecimalSign: String, Sendable, CaseIterable {
    /// As in `1,234.50`.
    case point
    /// As in `1.234,50`.
    case comma

    var byte: UInt8 { self == .point ? .point : .comma }
}

extension DecimalSign: Codable, SchemaDescribed {
    /// By its name, or as it is.
    public static var schema: Schema { .string(.init(choices: ["point", "comma", ".", ","])) }

    /// From `point`, `comma`, `.` or `,`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        switch try container.decode(String.self) {
        case "point", ".": self = .point
        case "comma", ",": self = .comma
        case let text:
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is neither point nor comma")
        }
    }
}
