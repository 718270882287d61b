extension StringProtocol {
    /// The first so many scalars: not characters, each of which may be as long as the text.
    package func beginning(_ count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}
