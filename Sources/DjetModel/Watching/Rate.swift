/// A rate at which jobs may begin, such as `10/s` or `500/h burst 20`.
///
/// Jobs begin evenly spaced, but a burst of them may begin at once after a quiet time. In any time begin at
/// most as many as the rate allows in it, and one burst.
public struct Rate: Sendable, Hashable, CustomStringConvertible {
    /// The time in which the jobs are counted.
    public enum Unit: String, Sendable, CaseIterable {
        /// A second.
        case second = "s"
        /// A minute.
        case minute = "min"
        /// An hour.
        case hour = "h"
        /// A day, of 24 hours.
        case day = "d"
    }

    /// The number of jobs in each unit of time, from 1 to 999,999.
    public var amount: Int
    /// The unit of time.
    public var unit: Unit
    /// The number of jobs that may begin at once, from 1 to 999,999. By default as many as begin in a
    /// twentieth of a second, one at least.
    public var burst: Int?

    /// Creates a rate.
    public init(_ amount: Int, per unit: Unit, burst: Int? = nil) {
        self.amount = amount
        self.unit = unit
        self.burst = burst
    }

    /// Reads a rate; nil if the text is none.
    public init?(_ text: String) {
        let pattern = #/([1-9][0-9]{0,5})\/(s|min|h|d)(?: burst ([1-9][0-9]{0,5}))?/#
        guard text.utf8.count <= 60, let match = text.wholeMatch(of: pattern), let amount = Int(match.1),
            let unit = Unit(rawValue: String(match.2))
        else { return nil }
        self.init(amount, per: unit, burst: match.3.flatMap { Int($0) })
    }

    /// The rate as `init(_:)` reads it.
    public var description: String {
        "\(amount)/\(unit.rawValue)" + (burst.map { " burst \($0)" } ?? "")
    }
}

extension Rate: Codable, SchemaDescribed {
    /// The schema: a text that `init(_:)` reads.
    public static var schema: Schema { .string(.init(example: "10/s")) }

    /// Reads a rate from its text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let rate = Rate(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "“\(text.prefix(60))” is not a rate: write one such as 10/s, 500/h or 10/s burst 20"))
        }
        self = rate
    }

    /// Writes its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
