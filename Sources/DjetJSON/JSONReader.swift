/// A parser of JSON that reports the place of the first error.
package struct JSONReader {
    /// The deepest nesting: deeper than anybody writes, and far from the end of the stack.
    static let deepest = 200

    let bytes: [UInt8]
    var index = 0
    private var depth: Int
    private let isFromOutside: Bool

    /// Parses a text. Skips a byte order mark before the value, which editors of Windows write. Throws
    /// `JSONProblem`.
    ///
    /// - Parameters:
    ///   - isFromOutside: true if the text has just been received. No letter in it may then have more than
    ///     `CombiningMarks.most` combining marks; escapes can hide them from earlier checks.
    ///   - levels: the levels of nesting around the value, which count with its own.
    package static func tree(
        of text: String, fromOutside isFromOutside: Bool = false, inside levels: Int = 0
    ) throws -> JSONTree {
        var reader = JSONReader(bytes: Array(text.utf8), isFromOutside: isFromOutside, depth: levels)
        if reader.bytes.starts(with: [0xef, 0xbb, 0xbf]) { reader.index = 3 }
        let tree = try reader.value()
        reader.skipBlanks()
        guard reader.byte == nil else { throw reader.problem("unexpected text after the value") }
        return tree
    }

    private init(bytes: [UInt8], isFromOutside: Bool, depth: Int) {
        self.bytes = bytes
        self.isFromOutside = isFromOutside
        self.depth = depth
    }

    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func value() throws -> JSONTree {
        skipBlanks()
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem("it is nested too deeply") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try list(until: "}") { try $0.member() })
        case UInt8(ascii: "["): return .array(try list(until: "]") { try $0.value() })
        case UInt8(ascii: "\""): return .string(try isFromOutside ? tameString() : string())
        default: return .word(try word())
        }
    }

    private mutating func list<Element>(
        until end: Unicode.Scalar, _ element: (inout JSONReader) throws -> Element
    ) throws -> [Element] {
        index += 1
        guard !take(end) else { return [] }
        var elements: [Element] = []
        repeat { elements.append(try element(&self)) } while take(",")
        guard take(end) else { throw problem("expected “,” or “\(end)”") }
        return elements
    }

    private mutating func member() throws -> JSONTree.Member {
        skipBlanks()
        guard byte == UInt8(ascii: "\"") else { throw problem("expected a name in double quotes") }
        let name = JSONTree.unescaped(try string())
        // Checked in every text, since reading any value compares and hashes names.
        guard !CombiningMarks.areTooMany(in: name) else {
            throw problem("a name has more than \(CombiningMarks.most) combining marks in a row")
        }
        guard take(":") else { throw problem("expected “:”") }
        return JSONTree.Member(name: name, value: try value())
    }

    private mutating func tameString() throws -> String {
        let written = try string()
        guard !CombiningMarks.areTooMany(in: JSONTree.unescaped(written)) else {
            throw problem("a text has more than \(CombiningMarks.most) combining marks in a row")
        }
        return written
    }

    private mutating func string() throws -> String {
        let start = index + 1
        index = start
        while let byte, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw problem("a control character in a text must be escaped") }
            if byte == UInt8(ascii: "\\") { try skipEscape() } else { index += 1 }
        }
        guard byte != nil else {
            index = bytes.count
            throw problem("the text has no closing quote")
        }
        index += 1
        return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }

    private mutating func word() throws -> String {
        let start = index
        while let byte, Self.isPartOfWord(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard Self.isNumber(bytes[start..<index]) || text == "true" || text == "false" || text == "null"
        else {
            index = start
            throw problem(byte == nil ? "the text ends too early" : "expected a value")
        }
        return text
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard byte == UInt8(ascii: scalar) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { index += 1 }
    }
}
