/// The tag of a representation: equal tags mean equal content (RFC 9110, 8.8.3).
struct EntityTag: Equatable, CustomStringConvertible {
    let description: String

    /// Creates the tag of some bytes: 64 bits of FNV-1a and their length. It tells versions of a page apart,
    /// but does not protect against forgers.
    init(of bytes: some Sequence<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var count = 0
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            count += 1
        }
        description = "\"\(String(hash, radix: 36))-\(String(count, radix: 36))\""
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
