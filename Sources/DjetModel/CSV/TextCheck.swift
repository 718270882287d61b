/// Looks through a whole file, chunk by chunk, before it is read: is it text, and in which encoding?
package struct TextCheck: Sendable {
    /// How many bytes there are.
    package private(set) var size = 0

    /// True if the file has other bytes than spaces, tabs, line ends and a byte order mark.
    package private(set) var hasText = false

    /// The line of the first NUL byte, which no text has; nil if there is none.
    package private(set) var lineOfNUL: Int?

    /// True if the file begins with a byte order mark of UTF-16.
    package private(set) var isUTF16 = false

    private var utf8 = UTF8Check()
    private var lineFeeds = 0
    private var carriageReturns = 0
    private var head: [UInt8] = []

    package init() {}

    /// Takes the next bytes of the file; of any number.
    package mutating func feed(_ chunk: [UInt8]) {
        size += chunk.count
        lookAtHead(chunk)
        if !hasText { hasText = chunk.contains { !$0.isBlank } }
        if lineOfNUL == nil { lookForNUL(chunk) }
        utf8.feed(chunk)
    }

    /// The encoding of what has been fed: UTF-8 if all of it is valid UTF-8, else Windows-1252.
    package var encoding: TextEncoding {
        utf8.isValid && utf8.isBetweenCharacters ? .utf8 : .windows1252
    }

    private mutating func lookAtHead(_ chunk: [UInt8]) {
        guard head.count < 2 else { return }
        head.append(contentsOf: chunk.prefix(2 - head.count))
        isUTF16 = head == [0xFF, 0xFE] || head == [0xFE, 0xFF]
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
    /// A space, a tab, a line end, or a byte of UTF-8's byte order mark.
    fileprivate var isBlank: Bool {
        self == .space || self == .tab || self == .lineFeed || self == .carriageReturn
            || self == 0xEF || self == 0xBB || self == 0xBF
    }
}
