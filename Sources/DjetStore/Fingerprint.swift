/// A fingerprint of bytes: FNV-1a, 64 bits. It guards against accidents, not attacks.
///
/// It is the same in every process and every version, unlike Swift's own hashes: some are stored.
package struct Fingerprint: Sendable, Hashable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Creates the fingerprint of some bytes.
    package init(of bytes: some Sequence<UInt8>) {
        add(bytes)
    }

    /// Creates the fingerprint of texts in their order. It tells where one ends and the next begins.
    package init(ofTexts texts: [String]) {
        for text in texts {
            add(text.utf8)
            // No UTF-8 has this byte.
            add(CollectionOfOne(UInt8.max))
        }
    }

    /// The value in hexadecimal.
    package var hexadecimal: String { String(value, radix: 16) }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        let start = value
        // Contiguous bytes, as nearly all are, are read without a call for each.
        value =
            bytes.withContiguousStorageIfAvailable { Self.hash($0, onto: start) }
            ?? Self.hash(bytes, onto: start)
    }

    private static func hash(_ bytes: some Sequence<UInt8>, onto start: UInt64) -> UInt64 {
        bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
