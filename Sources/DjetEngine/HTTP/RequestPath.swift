import DjetJSON
import HTTPTypes

/// The path of a request, in decoded segments.
struct RequestPath: Equatable {
    /// The segments; none for the root.
    let segments: [String]
    /// True if the path ends with a superfluous slash.
    let hasTrailingSlash: Bool

    /// Parses a path. Throws `RequestError` of 400 if nothing could answer under it.
    init(_ text: String) throws {
        guard text.hasPrefix("/") else { throw RequestError(.badRequest, "the path must begin with a slash") }
        var parts = text.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        hasTrailingSlash = parts.count > 1 && parts.last?.isEmpty == true
        if parts.last?.isEmpty == true { parts.removeLast() }
        segments = try parts.map(Self.segment)
    }

    /// The path, encoded again.
    var text: String { "/" + segments.map(Percent.encoded).joined(separator: "/") }

    private static func segment(_ part: Substring.UTF8View) throws -> String {
        let shown = String(decoding: part.prefix(100), as: UTF8.self)
        guard let segment = Percent.decoded(part) else {
            throw RequestError(.badRequest, "“\(shown)” in the path is not percent-encoded UTF-8")
        }
        let isPlain = !segment.isEmpty && segment != "." && segment != ".."
        guard isPlain, !segment.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 < 0x20 }),
            !CombiningMarks.areTooMany(in: segment)
        else {
            throw RequestError(
                .badRequest,
                "“\(shown)” in the path is not a name without control characters")
        }
        return segment
    }
}
