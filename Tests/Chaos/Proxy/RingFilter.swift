/// Leaves the rings out of what a server says, except those by which a listener proves to itself that rings arrive.
struct RingFilter {
    private static let letter = UInt8(ascii: "A")
    private static let echo = Array("djet:echo.".utf8)

    private var rest: [UInt8] = []

    /// What of it is passed on by now: whole messages.
    mutating func pass(_ bytes: [UInt8]) -> [UInt8] {
        rest += bytes
        var passed: [UInt8] = []
        var offset = 0
        while rest.count - offset >= 5 {
            let length = 1 + rest[offset + 1..<offset + 5].reduce(0) { $0 << 8 | Int($1) }
            guard rest.count - offset >= length else { break }
            let message = rest[offset..<offset + length]
            // Behind the letter, the length and the number of the process that rang.
            let isRing = message.first == Self.letter && !message.dropFirst(9).starts(with: Self.echo)
            if !isRing { passed += message }
            offset += length
        }
        rest.removeFirst(offset)
        return passed
    }
}
