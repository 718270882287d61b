/// A path of this site, as `then=` carries it.
///
/// Everything that a browser might take for the address of another host is refused: `//evil.example`,
/// `/\evil.example`, `https:evil.example`, and each of them with tabs and line breaks in between, which
/// browsers leave out.
enum LocalPath {
    /// Returns the text if it is a local path, otherwise nil. It is safe in a header as it is.
    static func checked(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= longest,
            text.utf8.allSatisfy(isPlain)
        else { return nil }
        return text
    }

    /// The longest path, in bytes, that a query may hold.
    private static let longest = 1000

    /// Returns true for printable ASCII, except for backslashes, which browsers read as slashes.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\\")
    }
}
