/// A path of this very site, as one finds it behind `then=`.
///
/// Whatever a browser might take for the address of another host is none: `//evil.example`, `/\evil.example`,
/// `https:evil.example`, and all of it with tabs and line breaks in between, which browsers leave out.
enum LocalPath {
    /// The same text if it is one, otherwise nil. It can stand in a header as it is.
    static func checked(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= longest,
            text.utf8.allSatisfy(isPlain)
        else { return nil }
        return text
    }

    /// The longest that a query may hold.
    private static let longest = 1000

    /// Printable ASCII, but for backslashes, which browsers read as slashes.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\\")
    }
}
