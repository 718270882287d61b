import DjetJSON

/// A look at the bytes of an XML document before a parser sees them, linear in their number.
///
/// It refuses whatever makes a parser of XML dangerous or slow: a document type, and with it every entity
/// of its own, whether it expands to gigabytes or names a file; CDATA; another encoding than UTF-8; deep
/// nesting; many elements; long texts and tags; many marks on a letter, also of a name. The parser behind
/// XMLCoder expands entities and nests without a limit of its own that could be relied on, so nothing of that
/// reaches it. Whether each tag matches is left to the parser.
struct XMLOutline {
    /// The deepest nesting; a statement of a bank has some 14.
    private static let deepest = 40
    /// The most elements: 60 for each of 5,000 payments.
    private static let mostElements = 300_000
    /// The longest text between two tags, or tag, in bytes.
    private static let longest = 8_192

    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var elements = 0
    /// The end of the last tag.
    private var tagEnd = 0
    /// The first tag, which names the format.
    private(set) var root = ""

    /// Looks through a document. Throws ``ImportError`` with the line of what is refused.
    init(_ bytes: [UInt8], file: String) throws(ImportError) {
        self.file = file
        self.bytes = bytes
        guard !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]), !bytes.contains(0),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw ImportError(file: file, "the file is not XML in UTF-8; ask the bank for one that is")
        }
        guard !CombiningMarks.areTooMany(in: text) else {
            throw ImportError(
                file: file, "the XML has a letter with more than \(CombiningMarks.most) combining marks")
        }
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            guard start - tagEnd <= Self.longest else { throw refusal("a text of more than 8 KiB") }
            position = start
            try skipMarkup()
        }
        guard !root.isEmpty else { throw ImportError(file: file, "the file is not XML: it has no element") }
        guard depth == 0 else { throw Self.mismatch(in: file) }
    }

    /// Returns the error of a file whose tags do not match.
    static func mismatch(in file: String) -> ImportError {
        ImportError(file: file, "the file is no well-formed XML: its tags do not match, or it is cut off")
    }

    private mutating func skipMarkup() throws(ImportError) {
        if has("<?") {
            let start = position
            try skip(behind: "?>")
            if start <= 3 { try checkEncoding(String(decoding: bytes[start..<position], as: UTF8.self)) }
        } else if has("<!--") {
            position += 4
            try skip(behind: "-->")
        } else if has("<!") {
            throw refusal("a document type, or CDATA")
        } else {
            try skipTag()
        }
    }

    private mutating func skipTag() throws(ImportError) {
        let start = position
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == .quote || byte == .apostrophe {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: ">") {
                break
            }
            position += 1
        }
        guard position < bytes.count else { throw refusal("a tag without an end") }
        position += 1
        tagEnd = position
        guard position - start <= Self.longest else { throw refusal("a tag of more than 8 KiB") }
        try count(bytes[start..<position])
    }

    private mutating func count(_ tag: ArraySlice<UInt8>) throws(ImportError) {
        if tag.dropFirst().first == .slash {
            depth -= 1
            guard depth >= 0 else { throw Self.mismatch(in: file) }
            return
        }
        if root.isEmpty { root = String(decoding: tag, as: UTF8.self) }
        elements += 1
        guard elements <= Self.mostElements else {
            throw refusal("more than \(Self.mostElements) elements: import it in parts,")
        }
        guard tag.dropLast().last != .slash else { return }
        depth += 1
        guard depth <= Self.deepest else { throw refusal("elements nested more than \(Self.deepest) deep") }
    }

    private func checkEncoding(_ declaration: String) throws(ImportError) {
        let parts = declaration.split(separator: "encoding", maxSplits: 1)
        guard parts.count == 2 else { return }
        let name = parts[1].drop { " =\"'\t\r\n".contains($0) }.prefix { !"\"' \t?".contains($0) }
        guard !["utf-8", "us-ascii", "ascii"].contains(name.lowercased()) else { return }
        let shown = name.prefix(40)
        throw ImportError(file: file, line: 1, "the encoding is “\(shown)”; ask the bank for a file in UTF-8")
    }

    private func has(_ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func skip(behind mark: StaticString) throws(ImportError) {
        while position < bytes.count, !has(mark) { position += 1 }
        guard position < bytes.count else { throw refusal("a comment or an instruction without an end") }
        position += mark.utf8CodeUnitCount
    }

    private func refusal(_ thing: String) -> ImportError {
        let line = 1 + bytes[..<position].count(where: { $0 == .lineFeed })
        return ImportError(file: file, line: line, "the XML has \(thing) which no statement of a bank needs")
    }
}
