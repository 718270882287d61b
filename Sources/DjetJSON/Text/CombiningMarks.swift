/// Marks that belong to the letter before them, such as U+0301, the acute accent.
///
/// Comparing, splitting and hashing characters first sorts the marks of each letter, in Swift and in
/// PostgreSQL's `normalize` alike, in a time that grows with the square of their number: 200,000 on one
/// letter take half a minute. A text from outside is therefore refused if it has more in a row than any
/// script needs.
package enum CombiningMarks {
    /// The most marks on one letter. Unicode's own format for streams ends at 30 (UAX #15).
    package static let most = 100

    /// Returns true if a letter of the text bears more marks than `most`.
    package static func areTooMany(in text: some StringProtocol) -> Bool {
        guard mayBeTooMany(text.utf8) else { return false }
        var run = 0
        for scalar in text.unicodeScalars {
            run = length(ofRun: run, with: scalar)
            if run > most { return true }
        }
        return false
    }

    /// Returns the text without the surplus marks, for display of texts already stored.
    package static func thinned(_ text: String) -> String {
        guard areTooMany(in: text) else { return text }
        var thin = String.UnicodeScalarView()
        var run = 0
        for scalar in text.unicodeScalars {
            run = length(ofRun: run, with: scalar)
            if run <= most { thin.append(scalar) }
        }
        return String(thin)
    }

    /// Returns false if the bytes rule out too many marks, as in most texts: a mark takes two or more bytes,
    /// or one and a half where a scalar stands for two marks, and the first byte is at least 0xCC.
    private static func mayBeTooMany(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable { bytes in
            bytes.count > most && bytes.contains { $0 >= 0xcc }
        } ?? true
    }

    /// Returns the number of marks in a row, this scalar included.
    private static func length(ofRun run: Int, with scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        // A soft hyphen is as invisible as the scalars below.
        case ..<0x300 where scalar.value != 0xad: 0
        // These sort as the two marks that they stand for; all but the first claim not to be marks.
        case 0x344, 0xf73, 0xf75, 0xf81: run + 2
        case _ where scalar.properties.canonicalCombiningClass != .notReordered: run + 1
        // An invisible scalar ends no run: later code may drop it from the text.
        case _ where scalar.properties.isDefaultIgnorableCodePoint: run
        default: 0
        }
    }
}
