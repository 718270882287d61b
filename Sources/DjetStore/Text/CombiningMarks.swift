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
            run = length(ofRun: run, with: scalar)
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
            run = length(ofRun: run, with: scalar)
            if run <= most { thin.append(scalar) }
        }
        return String(thin)
    }

    /// Most texts have no mark at all, as their bytes tell: each has two or more, or one and a half where a scalar stands
    /// for two marks; the first is from 0xCC on.
    private static func mayBeTooMany(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable { bytes in
            bytes.count > most && bytes.contains { $0 >= 0xcc }
        } ?? true
    }

    /// How many marks there are in a row, this scalar included.
    private static func length(ofRun run: Int, with scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        // A soft hyphen is as invisible as those below.
        case ..<0x300 where scalar.value != 0xad: 0
        // These are sorted as the two marks that they stand for; all but the first say of themselves that they are none.
        case 0x344, 0xf73, 0xf75, 0xf81: run + 2
        case _ where scalar.properties.canonicalCombiningClass != .notReordered: run + 1
        // What nobody sees ends no run: it may be dropped from the text before somebody works on that.
        case _ where scalar.properties.isDefaultIgnorableCodePoint: run
        default: 0
        }
    }
}
