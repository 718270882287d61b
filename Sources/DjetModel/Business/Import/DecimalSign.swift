/// The sign before the decimals of a number.
public enum DecimalSign: String, Sendable, CaseIterable {
    /// The point, as in `1,234.50`.
    case point
    /// The comma, as in `1.234,50`.
    case comma

    var byte: UInt8 { self == .point ? .point : .comma }
}

extension DecimalSign: Codable, SchemaDescribed {
    /// The schema: the name or the sign.
    public static var schema: Schema { .string(.init(choices: ["point", "comma", ".", ","])) }

    /// Decodes `point`, `comma`, `.` or `,`.
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
