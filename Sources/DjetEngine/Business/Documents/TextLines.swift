/// Estimates how a text is broken into lines.
enum TextLines {
    /// Returns the lines of a text in a column, each as wide as the column at most. A word that is too long
    /// is broken anywhere, as the style sheet has it.
    ///
    /// There are never fewer lines than in print: each character counts as wide as it is in the widest of the
    /// fonts that the style sheet names.
    ///
    /// - Parameter width: the width of the column in units of the font's size.
    static func of(_ text: String, width: Double) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        var end = start
        var used = 0.0
        func next(from place: String.Index) {
            lines.append(text[start..<end])
            (start, end, used) = (place, place, 0)
        }
        for word in text.split(whereSeparator: { $0.isASCII && $0.isWhitespace }) {
            let size = word.reduce(0) { $0 + measure($1) }
            if start == end {
                start = word.startIndex
            } else if used + blank + size > width {
                next(from: word.startIndex)
            } else {
                used += blank
            }
            for place in word.indices {
                let size = measure(word[place])
                if place > start, used + size > width { next(from: place) }
                used += size
                end = word.index(after: place)
            }
        }
        if start < end { lines.append(text[start..<end]) }
        return lines
    }

    private static let blank = 0.35

    private static func measure(_ character: Character) -> Double {
        character.unicodeScalars.reduce(0) { $0 + measure($1) }
    }

    private static func measure(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case ".", ",", ":", ";", "i", "j", "l", "I", "'", "-": 0.42
        case "m", "M", "W", "@", "%": 1.05
        case "A"..."Z", "w", "&", "+", "=", "<", ">", "#", "~", "^": 0.88
        case " "..."~": 0.66
        case "\u{7F}"..."\u{24F}": 1.1
        default: 1.3
        }
    }
}
