/// The name of a media type, without its parameters.
enum MediaName {
    static let html = "text/html"
    static let json = "application/json"
    static let form = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data"
    static let events = "text/event-stream"

    /// `text/csv` of `Text/CSV; charset=utf-8`.
    static func of(_ header: String) -> String {
        header.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    /// Whether it is one of a list in which `text/*` and `*/*` may stand.
    static func isOne(_ name: String, of patterns: [String]) -> Bool {
        patterns.contains { pattern in
            pattern == name || pattern == "*/*"
                || pattern.hasSuffix("/*") && name.hasPrefix(pattern.dropLast())
        }
    }
}
