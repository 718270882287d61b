/// A string literal of a Swift file, as a catalog has it: `order {1} is new`.
struct SwiftText {
    /// The code before it, on one line.
    let before: String
    /// The text, with numbers in the place of values, and one blank for each stretch of blanks.
    let key: String

    /// The names of arguments whose texts pages show, and calls that mark them.
    private static let marks = [
        "title: ", "button: ", "lead: ", "question: ", "things: ", "thing: ", "word: ", "hint: ", "reason: ",
        "label: ", "heading: ", "unit: ", "words(", "Words.key(",
    ]

    /// True if pages show it: it has letters, and the code before it says so.
    var isShown: Bool {
        guard key.replacing(#/\{\d+\}/#, with: "").contains(#/[A-Za-z]{2}/#) else { return false }
        let refusal = #/(\.(invalid|notFound|conflict|forbidden|unavailable)\(|RequestError\( ?\.\w+, )$/#
        return Self.marks.contains { before.hasSuffix($0) } || before.contains(refusal)
    }

    /// Returns all literals of a file.
    static func all(in file: String) -> [SwiftText] {
        var reader = SwiftTextReader(file)
        return reader.texts()
    }
}

/// Finds the string literals of a Swift file.
private struct SwiftTextReader {
    private let text: [UInt8]
    private var place = 0

    init(_ file: String) {
        text = Array(file.utf8)
    }

    mutating func texts() -> [SwiftText] {
        var texts: [SwiftText] = []
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "/") where starts("//"): skip(to: "\n")
            case UInt8(ascii: "#") where starts("#\""):
                place += 2
                skip(to: "\"#")
            case UInt8(ascii: "\""):
                let before = String(decoding: text[max(0, place - 60)..<place], as: UTF8.self)
                texts.append(SwiftText(before: before.inOneLine, key: literal()))
            default: place += 1
            }
        }
        return texts
    }

    private func starts(_ sign: StaticString) -> Bool {
        let end = place + sign.utf8CodeUnitCount
        guard end <= text.count else { return false }
        return sign.withUTF8Buffer { $0.elementsEqual(text[place..<end]) }
    }

    private mutating func skip(to end: StaticString) {
        while place < text.count, !starts(end) { place += 1 }
        place = min(place + end.utf8CodeUnitCount, text.count)
    }

    private mutating func literal() -> String {
        let quote: StaticString = starts("\"\"\"") ? "\"\"\"" : "\""
        place += quote.utf8CodeUnitCount
        var (key, values): ([UInt8], Int) = ([], 0)
        while place < text.count, !starts(quote) {
            if starts("\\(") {
                values += 1
                key += Array("{\(values)}".utf8)
                skipValue()
            } else if text[place] == UInt8(ascii: "\\"), place + 1 < text.count {
                // `\n` is a blank, and a line that goes on has none of its own.
                let sign = text[place + 1]
                if sign == UInt8(ascii: "n") { key.append(UInt8(ascii: " ")) }
                if ![UInt8(ascii: "n"), UInt8(ascii: "\n")].contains(sign) { key.append(sign) }
                place += 2
            } else {
                key.append(text[place])
                place += 1
            }
        }
        place = min(place + quote.utf8CodeUnitCount, text.count)
        return String(decoding: key, as: UTF8.self).inOneLine.trimmed
    }

    /// Skips a value within a literal, `\(…)`, and the literals within it.
    private mutating func skipValue() {
        place += 1
        var depth = 0
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "\""):
                _ = literal()
                continue
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { return }
        }
    }
}

extension String {
    /// The text with one blank for each stretch of blanks.
    var inOneLine: String {
        var (written, isBlank) = ("", false)
        for character in self {
            if !character.isWhitespace { written.append(character) }
            if character.isWhitespace, !isBlank { written.append(" ") }
            isBlank = character.isWhitespace
        }
        return written
    }

    /// The text without blanks around it.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
    }
}
