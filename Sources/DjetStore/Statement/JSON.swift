import Foundation

/// The one way in which values become JSON and come back: keys sorted, dates in ISO 8601 to the microsecond.
package enum JSON {
    /// The text of a value's JSON.
    package static func text(of value: some Encodable, pretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty
            ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            : [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Timestamp.text(of: date))
        }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads a value from its JSON. Throws `DecodingError`.
    package static func value<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws
        -> Value
    {
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
        return try decoder.decode(type, from: Data(text.utf8))
    }
}
