import DjetModel

/// The field that makes a browser save a file under a name (RFC 6266), whatever the name contains.
enum ContentDisposition {
    /// `attachment`, with a fallback in ASCII for those who know nothing else.
    ///
    /// The name comes from people. It must not leave the field, name a folder, or show as another than it is.
    static func attachment(_ name: String) -> String {
        let plain = plain(name)
        return "attachment; filename=\"\(ascii(plain))\"; filename*=UTF-8''\(encoded(plain))"
    }

    /// The name without what has no business in one: control characters, quotes, path separators, what cannot
    /// be seen, and what makes text run the other way. `file` if nothing is left. A long name keeps its ending.
    static func plain(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate, .privateUse, .unassigned:
                false
            default: !"\"'/\\:*?<>|%;".unicodeScalars.contains(scalar)
            }
        }
        // A name that begins with a dot is hidden, or climbs.
        let text = scalars.drop { $0 == "." || $0.properties.isWhitespace }
        let short = FileName.shortened(String(String.UnicodeScalarView(text)), to: 150)
        return short.isEmpty ? "file" : short
    }

    private static func ascii(_ name: String) -> String {
        let text = String(
            String.UnicodeScalarView(name.unicodeScalars.map { (32..<127).contains($0.value) ? $0 : "_" }))
        return text.allSatisfy { $0 == "_" } ? "file" : text
    }

    /// RFC 8187: what is neither a letter nor a digit is written as its bytes.
    private static func encoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
