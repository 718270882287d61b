/// Where a page of a list ends that goes by day and id: the next one begins after it. `2010-12-01.42` in JSON and
/// addresses.
public struct PageMark: Sendable, Hashable {
    /// The day of the last entry.
    public let day: Day
    /// The id of the last entry.
    public let id: Int

    /// After this entry.
    public init(day: Day, id: Int) {
        self.day = day
        self.id = id
    }
}

extension PageMark: LosslessStringConvertible {
    /// Reads `2010-12-01.42`. Nil if it is no such mark.
    public init?(_ description: String) {
        let parts = description.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])), let id = Int(parts[1]), id > 0 else {
            return nil
        }
        self.init(day: day, id: id)
    }

    /// `2010-12-01.42`.
    public var description: String { "\(day).\(id)" }
}

extension PageMark: Codable, SchemaDescribed {
    /// A day, a dot and a number.
    public static var schema: Schema {
        .string(.init(pattern: #"^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+$"#, example: "2010-12-01.42"))
    }

    /// From its description.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mark = PageMark(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a mark like 2010-12-01.42")
        }
        self = mark
    }

    /// As its description.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
