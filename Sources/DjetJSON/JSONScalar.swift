import Foundation

/// A value that is one word or one text of JSON.
protocol JSONScalar {
    /// The expected JSON, in words.
    static var expectation: String { get }

    /// Returns what is expected instead of some JSON that cannot be read, in words.
    static func expectation(insteadOf json: JSONTree) -> String

    /// Reads a value; nil for any other JSON.
    init?(json: JSONTree)

    /// The value's JSON; nil if JSON cannot express it.
    var json: JSONTree? { get }
}

extension JSONScalar {
    static func expectation(insteadOf json: JSONTree) -> String { expectation }
}

extension String: JSONScalar {
    static var expectation: String { "a text" }

    init?(json: JSONTree) {
        guard let text = json.text else { return nil }
        self = text
    }

    var json: JSONTree? { .text(self) }
}

extension Bool: JSONScalar {
    static var expectation: String { "true or false" }

    init?(json: JSONTree) {
        guard case .word(let word) = json, let flag = Bool(word) else { return nil }
        self = flag
    }

    var json: JSONTree? { .word(self ? "true" : "false") }
}

/// Written as `2026-11-21T20:15:00.000250Z`; read in any form that `Timestamp` knows.
extension Date: JSONScalar {
    static var expectation: String { "a date like 2026-11-21T20:15:00Z" }

    init?(json: JSONTree) {
        guard let date = json.text.flatMap(Timestamp.date(from:)) else { return nil }
        self = date
    }

    var json: JSONTree? { .string(Timestamp.text(of: self)) }
}

extension Data: JSONScalar {
    static var expectation: String { "bytes in base64" }

    init?(json: JSONTree) {
        guard let bytes = json.text.flatMap({ Data(base64Encoded: $0) }) else { return nil }
        self = bytes
    }

    var json: JSONTree? { .string(base64EncodedString()) }
}

extension URL: JSONScalar {
    static var expectation: String { "an address" }

    init?(json: JSONTree) {
        guard let url = json.text.flatMap({ URL(string: $0) }) else { return nil }
        self = url
    }

    var json: JSONTree? { .text(absoluteString) }
}
