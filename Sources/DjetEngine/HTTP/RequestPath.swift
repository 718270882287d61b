import HTTPTypes

/// The path of a request: its segments, decoded.
struct RequestPath: Equatable {
    /// None for the root.
    let segments: [String]
    /// Whether it ends with a slash that does not belong there.
    let hasTrailingSlash: Bool

    /// Throws `Refusal` of 400 if it is no path that anything could answer under.
    init(_ text: String) throws {
        guard text.hasPrefix("/") else { throw Refusal(.badRequest, "the path must begin with a slash") }
        var parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        hasTrailingSlash = parts.count > 1 && parts.last == ""
        if parts.last == "" { parts.removeLast() }
        segments = try parts.map(Self.segment)
    }

    /// The path, encoded again.
    var text: String { "/" + segments.map(Percent.encoded).joined(separator: "/") }

    private static func segment(_ part: Substring) throws -> String {
        guard let segment = Percent.decoded(part.utf8) else {
            throw Refusal(.badRequest, "“\(part.prefix(100))” in the path is no percent-encoded UTF-8")
        }
        let isPlain = !segment.isEmpty && segment != "." && segment != ".."
        guard isPlain, !segment.unicodeScalars.contains(where: { $0 == "/" || $0.value < 0x20 }) else {
            throw Refusal(.badRequest, "a part of the path must be a name: “\(part.prefix(100))” is none")
        }
        return segment
    }
}
