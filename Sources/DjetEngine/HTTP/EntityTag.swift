/// The tag of a representation: what has the same tag is the same (RFC 9110, 8.8.3).
struct EntityTag: Equatable, CustomStringConvertible {
    let description: String

    /// The tag of some bytes: 64 bits of FNV-1a and their length. It tells versions of one page apart; it is
    /// no protection against those who forge.
    init(of bytes: some Sequence<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var count = 0
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            count += 1
        }
        description = "\"\(String(hash, radix: 36))-\(String(count, radix: 36))\""
    }

    /// A tag as a header says it.
    init(quoted tag: String) {
        description = tag
    }

    /// Whether an `If-None-Match` header names it, be it as a weak tag.
    func isNamed(by header: String) -> Bool {
        isNamedStrongly(by: header) || Self.names(in: header).contains("W/" + description)
    }

    /// Whether an `If-Match` header names it: a weak tag does not (RFC 9110, 13.1.1).
    func isNamedStrongly(by header: String) -> Bool {
        Self.names(in: header).contains { $0 == "*" || $0 == description }
    }

    private static func names(in header: String) -> [String] {
        header.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    }
}
