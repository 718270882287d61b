/// The test for text that a spreadsheet takes for a formula, and runs, when it opens a file.
package enum Formula {
    /// Returns true if a text begins with `=`, `+`, `-`, `@`, the full-width form of one of these, a tab or a
    /// line end.
    package static func begins(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case .equals, .plus, .minus, UInt8(ascii: "@"), .tab, .carriageReturn, .lineFeed: return true
        case 0xEF: return fullWidth.contains(Array(text.prefix(3)))
        default: return false
        }
    }

    private static let fullWidth: Set<[UInt8]> = [
        Array("\u{FF1D}".utf8), Array("\u{FF0B}".utf8), Array("\u{FF0D}".utf8), Array("\u{FF20}".utf8),
    ]
}
