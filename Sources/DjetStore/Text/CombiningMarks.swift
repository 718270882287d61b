/// Marks that belong to the letter before them, such as U+0301, the acute accent.
///
/// Comparing, splitting and hashing characters sorts the marks of each letter first, in Swift and in PostgreSQL's
/// `normalize` alike, and the time for that grows with the square of their number: 200,000 on one letter take half a
/// minute. So a text from outside is refused if it has more of them in a row than any script needs.
package enum CombiningMarks {
    /// The most on one letter. Unicode's own format for streams ends at 30 (UAX #15).
    package static let most = 100

    /// Whether a letter of the text bears more marks than that.
    package static func areTooMany(in text: some StringProtocol) -> Bool {
        guard mayBeTooMany(text.utf8) else { return false }
        var run = 0
        for scalar in text.unicodeScalars {
            run = isMark(scalar) ? run + 1 : 0
            if run > most { return true }
        }
        return false
    }

    /// The text without the marks that are too many, for texts that are stored already and are to be shown.
    package static func thinned(_ text: String) -> String {
        guard areTooMany(in: text) else { return text }
        var thin = String.UnicodeScalarView()
        var run = 0
        for scalar in text.unicodeScalars {
            run = isMark(scalar) ? run + 1 : 0
            if run <= most { thin.append(scalar) }
        }
        return String(thin)
    }

    /// Most texts have no mark at all, as their bytes tell: each has two or more, the first from 0xCC on.
    private static func mayBeTooMany(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable { bytes in
            bytes.count > 2 * most && bytes.contains { $0 >= 0xcc }
        } ?? true
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
    }
}
