import DjetModel

/// The header that makes a browser save a file under a name (RFC 6266), whatever the name contains.
enum ContentDisposition {
    /// Returns `attachment` with the name, and an ASCII fallback for older clients.
    ///
    /// The name comes from people. It must not leave the header, name a folder, or look like another name.
    static func attachment(_ name: String) -> String {
        let plain = plain(name)
        return "attachment; filename=\"\(ascii(plain))\"; filename*=UTF-8''\(encoded(plain))"
    }

    /// Returns the name without control characters, quotes, path separators, invisible characters, and those
    /// that reverse the direction of text; `file` if nothing is left. A long name keeps its ending.
    static func plain(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate, .privateUse, .unassigned:
                false
            default: !"\"'/\\:*?<>|%;".unicodeScalars.contains(scalar)
            }
        }
        // A name that begins with a dot is hidden, or leads to the folder above.
        let text = scalars.drop { $0 == "." || $0.properties.isWhitespace }
        let short = FileName.shortened(String(String.UnicodeScalarView(text)), to: 150)
        return short.isEmpty ? "file" : short
    }

    private static func ascii(_ name: String) -> String {
        let text = String(
            String.UnicodeScalarView(name.unicodeScalars.map { (32..<127).contains($0.value) ? $0 : "_" }))
        return text.allSatisfy { $0 == "_" } ? "file" : text
    }

    /// Returns the name by RFC 8187: letters and digits as they are, most other bytes percent-encoded.
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
