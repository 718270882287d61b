/// The languages that a browser likes, by its `Accept-Language` header (RFC 9110, 12.5.4).
struct AcceptLanguage {
    /// The bytes and the languages that are read of a header: no browser sends more.
    static let longest = (bytes: 1000, tags: 20)

    /// The tags, best first, the first of equals first. Those of quality 0 are left out.
    let tags: [String]

    init(_ header: String?) {
        guard let header else {
            tags = []
            return
        }
        let beginning = String(decoding: header.utf8.prefix(Self.longest.bytes), as: UTF8.self)
        let ranges = beginning.split(separator: ",").prefix(Self.longest.tags).compactMap(Self.range)
        // The sort keeps the order of equals.
        tags = ranges.enumerated().sorted {
            ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset)
        }.map { $0.element.tag }
    }

    private static func range(_ text: Substring) -> (tag: String, quality: Double)? {
        let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        guard let tag = parts.first, !tag.isEmpty, tag.utf8.count <= 35 else { return nil }
        let quality =
            parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            ?? 1
        guard quality > 0, quality <= 1 else { return nil }
        return (tag == "*" ? "en" : tag, quality)
    }
}
