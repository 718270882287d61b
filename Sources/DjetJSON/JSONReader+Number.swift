extension JSONReader {
    /// Returns true if this is a number in JSON's notation. Hand-written, since a text may hold half a
    /// million numbers and a pattern takes a thousand times as long.
    static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        _ = take("-", from: &rest)
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let digits = takeDigits(from: &rest)
        guard digits == 1 || digits > 1 && !startsWithZero else { return false }
        if take(".", from: &rest) {
            guard takeDigits(from: &rest) > 0 else { return false }
        }
        if take("e", from: &rest) || take("E", from: &rest) {
            _ = take("+", from: &rest) || take("-", from: &rest)
            guard takeDigits(from: &rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func take(_ scalar: Unicode.Scalar, from rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }

    private static func takeDigits(from rest: inout ArraySlice<UInt8>) -> Int {
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        rest.removeFirst(count)
        return count
    }
}
