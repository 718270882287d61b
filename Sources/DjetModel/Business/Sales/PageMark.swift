/// The end of a page in a list sorted by day and id: the next page begins after it. In JSON and addresses it
/// is `2010-12-01.42`.
public struct PageMark: Sendable, Hashable {
    /// The day of the last entry.
    public let day: Day
    /// The id of the last entry.
    public let id: Int

    /// Creates the mark of an entry.
    public init(day: Day, id: Int) {
        self.day = day
        self.id = id
    }
}

extension PageMark: LosslessStringConvertible {
    /// Reads `2010-12-01.42`; nil for any other text.
    public init?(_ description: String) {
        let parts = description.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])), let id = Int(parts[1]), id > 0 else {
            return nil
        }
        self.init(day: day, id: id)
    }

    /// The mark as text, such as `2010-12-01.42`.
    public var description: String { "\(day).\(id)" }
}

extension PageMark: Codable, SchemaDescribed {
    /// The schema: a day, a dot and a number.
    public static var schema: Schema {
        .string(.init(pattern: #"^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+$"#, example: "2010-12-01.42"))
    }

    /// Decodes the mark from its description.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mark = PageMark(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a mark like 2010-12-01.42")
        }
        self = mark
    }

    /// Encodes the mark as its description.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
