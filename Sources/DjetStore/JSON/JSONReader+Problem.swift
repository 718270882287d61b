extension JSONReader {
    static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// What is wrong where the reader is, counted in lines and characters from 1.
    func problem(_ reason: String) -> JSONProblem {
        let before = String(decoding: bytes.prefix(index), as: UTF8.self)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return JSONProblem(line: lines.count, column: (lines.last?.count ?? 0) + 1, reason: reason)
    }
}
