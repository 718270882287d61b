import HTTPTypes

/// The names and values of a query, or of an HTML form (`application/x-www-form-urlencoded`).
enum FormText {
    /// Throws `Refusal` of 400 if it cannot be decoded.
    static func pairs(_ text: String) throws -> [(name: String, value: String)] {
        try text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (try decoded(parts[0]), parts.count > 1 ? try decoded(parts[1]) : "")
        }
    }

    private static func decoded(_ text: Substring) throws -> String {
        guard let decoded = Percent.decoded(text.utf8.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }) else {
            throw Refusal(.badRequest, "“\(text.prefix(100))” is no percent-encoded UTF-8")
        }
        return decoded
    }
}
