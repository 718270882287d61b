/// The identity of a ticket: queue and number, such as `slow.42`.
public struct TicketID: Sendable, Hashable, LosslessStringConvertible {
    /// The queue.
    public let queue: String
    /// The job's number.
    public let number: Int64

    /// Creates the id of a queue's ticket.
    public init(queue: String, number: Int64) {
        self.queue = queue
        self.number = number
    }

    /// Reads a text such as `slow.42`. Nil for any other text.
    public init?(_ description: String) {
        guard let dot = description.lastIndex(of: "."), dot > description.startIndex,
            let number = Int64(description[description.index(after: dot)...])
        else { return nil }
        self.init(queue: String(description[..<dot]), number: number)
    }

    /// The text `slow.42`.
    public var description: String { "\(queue).\(number)" }
}

extension TicketID: Codable {
    /// Reads the description.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = TicketID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a ticket like slow.42, found \(text)")
        }
        self = id
    }

    /// Writes the description.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
