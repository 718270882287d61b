/// The end of an output of any length.
struct OutputTail: Sendable {
    /// The most bytes that are kept.
    static let limit = 64 << 10

    private var bytes: [UInt8] = []
    private var count = 0

    /// Adds what follows.
    mutating func add(_ more: [UInt8]) {
        count += more.count
        bytes += more
        // Each byte is moved once: twice as many are held as are kept.
        if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
    }

    /// The number of bytes that are left out.
    var omitted: Int { count - kept.count }

    /// The end as a text. A zero byte, which PostgreSQL cannot hold, becomes U+001A, “substitute”.
    var text: String {
        String(decoding: kept.map { $0 == 0 ? 0x1A : $0 }, as: UTF8.self)
    }

    /// The end, from the beginning of a letter on.
    private var kept: ArraySlice<UInt8> {
        let end = bytes.suffix(Self.limit)
        guard end.count < count else { return end }
        return end.dropFirst(end.prefix(3).prefix { $0 & 0xC0 == 0x80 }.count)
    }
}
