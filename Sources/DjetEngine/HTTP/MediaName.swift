/// The name of a media type, without its parameters.
enum MediaName {
    static let html = "text/html"
    static let json = "application/json"
    static let form = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data"
    static let events = "text/event-stream"

    /// Returns `text/csv` for `Text/CSV; charset=utf-8`.
    static func of(_ header: String) -> String {
        header.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    /// The pictures that a browser shows in an `img` without running anything. SVG is not among them.
    private static let images: Set<String> = [
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif",
    ]

    /// Returns true if it is a picture that a page may show.
    static func isImage(_ header: String) -> Bool { images.contains(of(header)) }

    /// Returns true if it is one of a list, in which `text/*` and `*/*` may stand.
    static func isOne(_ name: String, of patterns: [String]) -> Bool {
        patterns.contains { pattern in
            pattern == name || pattern == "*/*"
                || pattern.hasSuffix("/*") && name.hasPrefix(pattern.dropLast())
        }
    }
}
