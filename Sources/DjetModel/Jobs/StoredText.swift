/// What is stored of texts that may say anything: errors, the notes of a progress, the lines of a log.
package enum StoredText {
    /// The most bytes, 8 kB, that are stored of one. The server cuts at the same length.
    package static let limit = 8192
    /// So many bytes are kept of a longer one: the rest is for how long it was.
    private static let kept = 8100

    /// The text without the character U+0000, which PostgreSQL's texts cannot hold, and no longer than the limit: one that is
    /// longer ends with how long it was.
    package static func of(_ text: String) -> String {
        let cut = text.utf8.count <= limit ? text : cut(text)
        return cut.utf8.contains(0) ? cut.replacing("\0", with: "\u{FFFD}") : cut
    }

    private static func cut(_ text: String) -> String {
        // Scalars, as the server counts: a character may have any number of marks.
        let count = text.unicodeScalars.count
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: kept)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return "\(text[..<end])… (cut: \(grouped(count)) characters)"
    }

    /// `20,000,000`.
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (position, digit) in String(number).reversed().enumerated() {
            if position > 0, position.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
