extension String {
    /// The same with another text for each scalar for which `other` has one.
    ///
    /// Not by characters: a quotation mark and an accent behind it are one character, and that is no quotation mark.
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
