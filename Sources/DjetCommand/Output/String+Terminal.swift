extension String {
    /// Returns the text padded with blanks to a width.
    func padded(to width: Int, onTheLeft: Bool = false) -> String {
        let blanks = String(repeating: " ", count: Swift.max(width - count, 0))
        return onTheLeft ? blanks + self : self + blanks
    }

    /// Returns the text behind a heading, on lines of at most 79 characters. Further lines begin where the
    /// text does.
    func hanging(behind heading: String) -> String {
        var lines = [heading]
        for word in split(separator: " ") {
            let line = lines[lines.count - 1]
            let isBegun = line.count > heading.count
            if isBegun, line.count + 1 + word.count > 79 {
                lines.append("".padded(to: heading.count) + word)
            } else {
                lines[lines.count - 1] = line + (isBegun ? " " : "") + word
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Returns at most so many characters of the text, the last one an ellipsis if it is longer.
    func cut(to length: Int) -> String {
        count > length ? "\(prefix(Swift.max(length - 1, 0)))…" : self
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
