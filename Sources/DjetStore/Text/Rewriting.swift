extension String {
    /// Returns the text with each scalar replaced for which `other` returns a text.
    ///
    /// It works by scalars, not characters: a quotation mark with an accent behind it is one character, and
    /// no quotation mark.
    package func rewritten(_ other: (Unicode.Scalar) -> String?) -> String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let other = other(scalar) {
                text.append(contentsOf: other.unicodeScalars)
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
