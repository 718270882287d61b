/// The patterns of a catalog, found by their first byte.
struct PatternBook: Sendable {
    /// The patterns that begin with a text, the longest first.
    private var anchored: [UInt8: [WordPattern]] = [:]
    /// Those that begin with a value.
    private var open: [WordPattern] = []

    init(_ texts: [String: String]) {
        let patterns = texts.compactMap { WordPattern($0, $1) }
        // Names and lengths make the order the same in each process.
        for pattern in patterns.sorted(by: WordPattern.isStricter) {
            if let first = pattern.first {
                anchored[first, default: []].append(pattern)
            } else {
                open.append(pattern)
            }
        }
    }

    /// Returns the translation by the first pattern that fits; nil if none does.
    ///
    /// - Parameter look: returns the translation of a value; nil if it stays as it is.
    func translation(of text: String, _ look: (String) -> String?) -> String? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return nil }
        for pattern in (anchored[first] ?? []) + open {
            if let values = pattern.values(in: bytes) { return pattern.filled(values, look) }
        }
        return nil
    }
}
