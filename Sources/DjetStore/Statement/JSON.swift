import Foundation

/// The one way in which values become JSON and come back: keys sorted, dates in ISO 8601 to the microsecond.
package enum JSON {
    /// The text of a value's JSON.
    package static func text(of value: some Encodable, pretty: Bool = false) throws -> String {
        // What many a function returns.
        if let number = value as? Int { return number.description }
        return String(decoding: try (pretty ? prettyEncoder : encoder).encode(value), as: UTF8.self)
    }

    /// Reads a value from its JSON. Throws `DecodingError`.
    package static func value<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws
        -> Value
    {
        try decoder.decode(type, from: Data(text.utf8))
    }

    private static let encoder = encoder([.sortedKeys, .withoutEscapingSlashes])
    private static let prettyEncoder = encoder([.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])

    private static func encoder(_ formatting: JSONEncoder.OutputFormatting) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Timestamp.text(of: date))
        }
        return encoder
    }

    private static let decoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = Timestamp.date(from: text) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "expected a date like 2026-11-21T20:15:00Z, found \(text)")
            }
            return date
        }
        return decoder
    }()
}
