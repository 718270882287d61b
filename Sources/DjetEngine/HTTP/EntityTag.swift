import DjetStore

/// The tag of a representation: equal tags mean equal content (RFC 9110, 8.8.3).
struct EntityTag: Equatable, CustomStringConvertible {
    let description: String

    /// Creates the tag of some bytes: their fingerprint and their length. It tells versions of a page apart,
    /// but does not protect against forgers.
    init(of bytes: some Collection<UInt8>) {
        let hash = Fingerprint(of: bytes).value
        description = "\"\(String(hash, radix: 36))-\(String(bytes.count, radix: 36))\""
    }

    /// Creates a tag as a header writes it.
    init(quoted tag: String) {
        description = tag
    }

    /// Returns true if an `If-None-Match` header names the tag, even as a weak one.
    func isNamed(by header: String) -> Bool {
        isNamedStrongly(by: header) || Self.names(in: header).contains("W/" + description)
    }

    /// Returns true if an `If-Match` header names the tag; a weak tag does not count (RFC 9110, 13.1.1).
    func isNamedStrongly(by header: String) -> Bool {
        Self.names(in: header).contains { $0 == "*" || $0 == description }
    }

    private static func names(in header: String) -> [String] {
        header.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    }
}
