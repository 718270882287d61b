/// The reason why a text is not JSON, and the place.
package struct JSONProblem: Error, Equatable, CustomStringConvertible {
    package let line: Int
    package let column: Int
    package let reason: String

    package var description: String { "line \(line), column \(column): \(reason)" }
}

extension JSONReader {
    static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Returns the problem at the reader's place, with line and column counted from 1.
    func problem(_ reason: String) -> JSONProblem {
        let before = bytes.prefix(index)
        let newLine = UInt8(ascii: "\n")
        let line = before.suffix(from: before.lastIndex(of: newLine).map { $0 + 1 } ?? before.startIndex)
        return JSONProblem(
            line: before.count { $0 == newLine } + 1, column: String(decoding: line, as: UTF8.self).count + 1,
            reason: reason)
    }
}
