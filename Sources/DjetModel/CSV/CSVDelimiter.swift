/// Detects the delimiter between the fields of a file.
package enum CSVDelimiter {
    /// The known delimiters; among equals the first wins.
    package static let known: [UInt8] = [.comma, .semicolon, .tab, .bar]

    /// Returns the delimiter that stands most often outside quotes in a header line; a comma if none does.
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

    /// Returns the delimiter that a first line names for spreadsheet programs: `sep=;`, perhaps in quotes or
    /// with delimiters behind it. Returns nil if the line names none.
    static func named(by line: ArraySlice<UInt8>) -> UInt8? {
        let text = line.drop { $0 == .quote || $0 == .space }
        guard text.count >= 5, text.count <= 100 else { return nil }
        let word = text.prefix(4).map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
        let named = text[text.startIndex + 4]
        guard word == Array("sep=".utf8), named < 0x7F, named == .tab || named > 0x20, named != .quote else {
            return nil
        }
        let isLetter = (0x30...0x39).contains(named) || (0x61...0x7A).contains(named | 0x20)
        let ends = text.dropFirst(5).allSatisfy {
            $0 == named || $0 == .quote || $0 == .space || known.contains($0)
        }
        return isLetter || !ends ? nil : named
    }

    /// Returns false if a line that begins like this names no delimiter, however it goes on.
    static func mayName(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == .quote || $0 == .space }
        return zip(text, "sep=".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }

    /// Returns the place of the first line end outside quotes; nil if there is none.
    static func endOfLine(in text: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        return text.firstIndex { byte in
            if byte == .quote { isQuoted.toggle() }
            return !isQuoted && (byte == .lineFeed || byte == .carriageReturn)
        }
    }
}
