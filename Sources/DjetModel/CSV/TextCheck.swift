/// Examines a whole file before it is read, chunk by chunk: it detects text and its encoding.
package struct TextCheck: Sendable {
    /// The number of bytes.
    package private(set) var size = 0

    /// True if the file has other bytes than blanks, line ends, Ctrl-Z and those of a byte order mark.
    package private(set) var hasText = false

    /// The line of the first NUL byte, which no text in a single-byte encoding has; nil if there is none.
    package private(set) var lineOfNUL: Int?

    private var utf8 = UTF8Check()
    private var lineFeeds = 0
    private var carriageReturns = 0
    private var head: [UInt8] = []

    /// The number of bytes that are examined for UTF-16.
    private static let headSize = 4_096

    package init() {}

    /// Takes the next bytes of the file, in any number.
    package mutating func feed(_ chunk: [UInt8]) {
        size += chunk.count
        head.append(contentsOf: chunk.prefix(max(0, Self.headSize - head.count)))
        if !hasText { hasText = chunk.contains { !$0.isBlank } }
        if lineOfNUL == nil { lookForNUL(chunk) }
        utf8.feed(chunk)
    }

    /// The byte order mark of the file; nil if it has none.
    package var mark: ByteOrderMark? { ByteOrderMark(Array(head.prefix(ByteOrderMark.length))) }

    /// The number of bytes that cannot be UTF-8.
    package var utf8Faults: Int { utf8.faults + (utf8.isBetweenCharacters ? 0 : 1) }

    /// The encoding of a file that does not say it: UTF-8 if at least as many characters as faults are;
    /// otherwise Windows-1252, in which every byte is a character.
    package var likelyEncoding: TextEncoding {
        utf8Faults <= utf8.characters ? .utf8 : .windows1252
    }

    /// UTF-16 for a file without a byte order mark in which every second byte is mostly NUL; nil for any
    /// other.
    package var likelyUTF16: TextEncoding? {
        guard lineOfNUL != nil else { return nil }
        let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
        let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
        let most = max(even, odd)
        guard most >= 4, most * 4 >= head.count, min(even, odd) * 10 <= most else { return nil }
        return .utf16(isBigEndian: even > odd)
    }

    private mutating func lookForNUL(_ chunk: [UInt8]) {
        let hasNUL = ByteCount.of(0, in: chunk[...]) > 0
        let end = hasNUL ? chunk.firstIndex(of: 0) ?? chunk.count : chunk.count
        lineFeeds += ByteCount.of(.lineFeed, in: chunk[..<end])
        carriageReturns += ByteCount.of(.carriageReturn, in: chunk[..<end])
        if hasNUL { lineOfNUL = max(lineFeeds, carriageReturns) + 1 }
    }
}

extension UInt8 {
    /// A space, a tab, a line end, Ctrl-Z, or a byte of UTF-8's byte order mark.
    fileprivate var isBlank: Bool {
        switch self {
        case .space, .tab, .lineFeed, .carriageReturn, .endOfText, 0xEF, 0xBB, 0xBF: true
        default: false
        }
    }
}
