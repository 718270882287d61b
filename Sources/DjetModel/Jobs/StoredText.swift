/// The stored form of free texts: errors, notes of a progress, lines of a log.
package enum StoredText {
    /// The most bytes that are stored of a text, 8 kB. The server cuts at the same length.
    package static let limit = 8192
    /// The bytes that are kept of a longer text: the rest is for the note on its length.
    private static let kept = 8100

    /// Returns a text without U+0000, which PostgreSQL cannot hold, and no longer than the limit. A cut text
    /// ends with its original length.
    package static func of(_ text: String) -> String {
        let cut = text.utf8.count <= limit ? text : cut(text)
        return cut.utf8.contains(0) ? cut.replacing("\0", with: "\u{FFFD}") : cut
    }

    private static func cut(_ text: String) -> String {
        // Counts scalars, as the server does: a character may have any number of marks.
        let count = text.unicodeScalars.count
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: kept)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return "\(text[..<end])… (cut: \(grouped(count)) characters)"
    }

    /// Returns a number in groups of three digits, such as `20,000,000`.
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (position, digit) in String(number).reversed().enumerated() {
            if position > 0, position.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
