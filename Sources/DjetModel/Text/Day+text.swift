/// A day as text, such as `2010-12-01`.
extension Day: LosslessStringConvertible, Codable {
    /// Reads `2010-12-01`; nil for any other text, or for a day that no calendar has.
    public init?(_ description: String) {
        self.init(iso: Array(description.utf8)[...])
    }

    /// Decodes `2026-11-21`.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            let context = DecodingError.Context(
                codingPath: decoder.codingPath,
                debugDescription: "\(text) is not a day of the form 2010-12-01"
            )
            throw DecodingError.dataCorrupted(context)
        }
        self = day
    }

    /// Encodes the day as `2026-11-21`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// The day as text, such as `2010-12-01`.
    public var description: String {
        Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
    }

    /// Reads `2010-12-01`, exactly; nil for anything else.
    package init?(iso text: ArraySlice<UInt8>) {
        let start = text.startIndex
        guard text.count == 10, text[start + 4] == .minus, text[start + 7] == .minus else { return nil }
        guard let year = Self.number(text[start..<start + 4]) else { return nil }
        guard let month = Self.number(text[start + 5..<start + 7]) else { return nil }
        guard let day = Self.number(text[start + 8..<start + 10]) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in digits {
            guard byte >= .zero, byte <= .nine else { return nil }
            number = number * 10 + Int(byte - .zero)
        }
        return number
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
