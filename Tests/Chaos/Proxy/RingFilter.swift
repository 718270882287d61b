/// Drops the rings from a server's messages, except those by which a listener tests itself.
struct RingFilter {
    private static let letter = UInt8(ascii: "A")
    private static let echo = Array("djet:echo.".utf8)

    private var rest: [UInt8] = []

    /// Returns the whole messages that may be passed on by now.
    mutating func pass(_ bytes: [UInt8]) -> [UInt8] {
        rest += bytes
        var passed: [UInt8] = []
        var offset = 0
        while rest.count - offset >= 5 {
            let length = 1 + rest[offset + 1..<offset + 5].reduce(0) { $0 << 8 | Int($1) }
            guard rest.count - offset >= length else { break }
            let message = rest[offset..<offset + length]
            // The payload follows the letter, the length and the ringing process's id.
            let isRing = message.first == Self.letter && !message.dropFirst(9).starts(with: Self.echo)
            if !isRing { passed += message }
            offset += length
        }
        rest.removeFirst(offset)
        return passed
    }
}
