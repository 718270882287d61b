extension String {
    /// Returns the text padded with blanks to a width.
    func padded(to width: Int, onTheLeft: Bool = false) -> String {
        let blanks = String(repeating: " ", count: Swift.max(width - count, 0))
        return onTheLeft ? blanks + self : self + blanks
    }

    /// The text on one line, without control characters: what comes out of a database must not steer a
    /// terminal.
    var onOneLine: String { withoutControls(but: []) }

    /// The text without control characters other than line feeds and tabs.
    var plainLines: String { withoutControls(but: ["\n", "\t"]) }

    private func withoutControls(but kept: [Unicode.Scalar]) -> String {
        let plain = unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control && !kept.contains(scalar) ? " " : scalar
        }
        return String(String.UnicodeScalarView(plain))
    }
}
