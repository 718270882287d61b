/// The end of a page of a search: the way in which the last entry was found, and its code. In JSON and
/// addresses it is `name.ALFKI`.
public struct SearchMark: Sendable, Hashable {
    /// A way of finding something: by the beginning of its code, as it is or in capitals, and so on.
    public enum Way: String, Codable, Sendable, CaseIterable {
        /// By the beginning of what it names.
        case code, capitals, name, email, vat
    }

    /// The way in which the last entry was found.
    public let way: Way
    /// The code of the last entry.
    public let code: String

    /// Creates the mark of an entry.
    public init(way: Way, code: String) {
        self.way = way
        self.code = code
    }
}

extension SearchMark: LosslessStringConvertible {
    /// Reads `name.ALFKI`; nil for any other text.
    public init?(_ description: String) {
        let parts = description.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let way = Way(rawValue: String(parts[0])), !parts[1].isEmpty else {
            return nil
        }
        self.init(way: way, code: String(parts[1]))
    }

    /// The mark as text, such as `name.ALFKI`.
    public var description: String { "\(way.rawValue).\(code)" }
}

extension SearchMark: Codable, SchemaDescribed {
    /// The schema: a way, a dot and a code.
    public static var schema: Schema {
        .string(.init(pattern: pattern, example: "name.ALFKI"))
    }

    /// The regular expression of the marks: a code may have any character, line ends included.
    public static let pattern = #"^(code|capitals|name|email|vat)\.[\s\S]+$"#

    /// Decodes the mark from its description.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mark = SearchMark(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a mark like name.ALFKI")
        }
        self = mark
    }

    /// Encodes the mark as its description.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
