/// An encoding with a character for each byte, whose first half is ASCII.
package enum CodePage: String, Sendable, CaseIterable {
    /// Central Europe.
    case windows1250 = "windows-1250"
    /// Cyrillic.
    case windows1251 = "windows-1251"
    /// Western Europe, as browsers read it: its five undefined bytes become control characters.
    case windows1252 = "windows-1252"
    /// Greek.
    case windows1253 = "windows-1253"
    /// Turkish.
    case windows1254 = "windows-1254"
    /// Hebrew.
    case windows1255 = "windows-1255"
    /// Arabic.
    case windows1256 = "windows-1256"
    /// The Baltic.
    case windows1257 = "windows-1257"
    /// Vietnamese.
    case windows1258 = "windows-1258"
    /// Western Europe; the bytes between its characters are read as in Windows-1252, as browsers do.
    case latin1 = "iso-8859-1"
    /// Central Europe.
    case latin2 = "iso-8859-2"
    /// Cyrillic.
    case cyrillic = "iso-8859-5"
    /// Greek.
    case greek = "iso-8859-7"
    /// Turkish.
    case latin5 = "iso-8859-9"
    /// The Baltic.
    case latin7 = "iso-8859-13"
    /// Western Europe, with the euro.
    case latin9 = "iso-8859-15"
    /// DOS.
    case cp437
    /// DOS in Western Europe.
    case cp850
    /// DOS in Central Europe.
    case cp852
    /// DOS in Western Europe, with the euro.
    case cp858
    /// DOS in Russia.
    case cp866
    /// Russian.
    case koi8r = "koi8-r"
    /// Ukrainian.
    case koi8u = "koi8-u"
    /// The classic Mac OS.
    case macintosh

    /// The characters of the bytes 0x80 to 0xFF as UTF-8; U+FFFD for a byte that is none.
    var characters: [[UInt8]] { Self.tables[self] ?? [] }

    private static let tables = Dictionary(
        uniqueKeysWithValues: allCases.map { page in
            (page, page.upperHalf.unicodeScalars.map { Array(String($0).utf8) })
        })
}
