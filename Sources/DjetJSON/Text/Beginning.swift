extension StringProtocol {
    /// Returns the first `count` scalars. Characters are no measure: each may be as long as the text.
    package func beginning(_ count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}
