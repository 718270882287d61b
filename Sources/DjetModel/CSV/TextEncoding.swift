/// The encoding of a text file.
package enum TextEncoding: Sendable, Hashable {
    /// UTF-8, with or without a byte order mark; plain ASCII too.
    case utf8

    /// UTF-16, with or without a byte order mark.
    case utf16(isBigEndian: Bool)

    /// A code page, with a character for each byte.
    case page(CodePage)

    /// Windows-1252, the usual encoding of files that are not UTF-8; it includes Latin-1's letters.
    package static let windows1252 = TextEncoding.page(.windows1252)

    /// The usual name of the encoding, such as `utf-8`.
    package var name: String {
        switch self {
        case .utf8: "utf-8"
        case .utf16(isBigEndian: false): "utf-16le"
        case .utf16(isBigEndian: true): "utf-16be"
        case .page(let page): page.rawValue
        }
    }

    /// The name in a sentence: `UTF-8`, `windows-1252`.
    package var title: String { name.hasPrefix("utf") ? name.uppercased() : name }

    /// The names of all encodings.
    package static var names: [String] {
        ["utf-8", "utf-16le", "utf-16be"] + CodePage.allCases.map(\.rawValue)
    }

    /// Finds the encoding of a name in any spelling: `UTF8`, `latin1`, `cp1251`. Returns nil if it is
    /// unknown.
    ///
    /// - Parameter name: UTF-16 without a byte order means little-endian.
    package init?(named name: String) {
        guard name.utf8.count <= 40 else { return nil }
        let plain = Self.plain(name)
        switch plain {
        case "utf8", "ascii", "usascii": self = .utf8
        case "utf16", "utf16le", "ucs2", "unicode": self = .utf16(isBigEndian: false)
        case "utf16be": self = .utf16(isBigEndian: true)
        default:
            guard let page = Self.pages[plain] else { return nil }
            self = .page(page)
        }
    }

    /// Returns true if a name of UTF-16 gives the byte order; `utf-16` and `unicode` leave it open.
    static func saysByteOrder(_ name: String) -> Bool {
        guard name.utf8.count <= 40 else { return false }
        return ["utf16le", "utf16be"].contains(plain(name))
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// The code pages by their names and their aliases.
    private static let pages: [String: CodePage] = {
        var pages: [String: CodePage] = [
            "latin1": .latin1, "l1": .latin1, "88591": .latin1, "latin2": .latin2, "latin5": .latin5,
            "latin9": .latin9, "ansi": .windows1252, "mac": .macintosh, "macroman": .macintosh,
            "koi8": .koi8r, "cyrillic": .cyrillic, "greek": .greek,
        ]
        for page in CodePage.allCases {
            let plain = plain(page.rawValue)
            pages[plain] = page
            for (start, others) in [("windows", ["cp", "ms", "win"]), ("cp", ["ibm", "dos", "oem"])]
            where plain.hasPrefix(start) {
                for other in others { pages[other + plain.dropFirst(start.count)] = page }
            }
        }
        return pages
    }()
}
