/// The number of a group, which finds it again from another process.
public struct GroupID: Sendable, Hashable, LosslessStringConvertible {
    /// The number.
    public let number: Int64

    /// Creates the id of a number.
    public init(_ number: Int64) {
        self.number = number
    }

    /// Reads a number above 0. Nil for any other text.
    public init?(_ description: String) {
        guard let number = Int64(description), number > 0 else { return nil }
        self.init(number)
    }

    /// The number as text.
    public var description: String { "\(number)" }
}

extension GroupID: Codable {
    /// Reads the number.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes the number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
