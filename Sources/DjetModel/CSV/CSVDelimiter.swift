/// Finds out what separates the fields of a file.
package enum CSVDelimiter {
    /// The delimiters that files use; the first of equals wins.
    package static let known: [UInt8] = [.comma, .semicolon, .tab, .bar]

    /// The delimiter that stands most often outside quotes in a header line; a comma if none does.
    package static func detect(in header: ArraySlice<UInt8>) -> UInt8 {
        var isQuoted = false
        var counts = known.map { _ in 0 }
        for byte in header {
            if byte == .quote { isQuoted.toggle() }
            guard !isQuoted, let index = known.firstIndex(of: byte) else { continue }
            counts[index] += 1
        }
        let most = counts.max() ?? 0
        return zip(known, counts).first { $0.1 == most }?.0 ?? .comma
    }

    /// Where the first line end outside quotes is, or nil if there is none.
    static func endOfLine(in text: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        return text.firstIndex { byte in
            if byte == .quote { isQuoted.toggle() }
            return !isQuoted && (byte == .lineFeed || byte == .carriageReturn)
        }
    }
}
