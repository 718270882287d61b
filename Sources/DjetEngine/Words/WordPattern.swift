/// A text of a catalog with places for values: `order {1} is new`, in both languages.
struct WordPattern: Sendable {
    /// The original.
    let key: String
    /// The texts around the values, one more than there are values.
    private let texts: [[UInt8]]
    /// The number of each value, in the order of the original.
    private let numbers: [Int]
    /// The translation: texts and numbers of values in turn.
    private let translation: (texts: [String], numbers: [Int])

    /// Returns the pattern of an entry; nil for a text without values.
    init?(_ key: String, _ translation: String) {
        let original = Self.parts(of: key)
        guard !original.numbers.isEmpty else { return nil }
        self.key = key
        texts = original.texts.map { Array($0.utf8) }
        numbers = original.numbers
        self.translation = Self.parts(of: translation)
    }

    /// The first byte; nil if a value stands first.
    var first: UInt8? { texts[0].first }

    /// Returns true if the one pattern is to be tried before the other: it has more text.
    static func isStricter(_ one: WordPattern, _ other: WordPattern) -> Bool {
        let (left, right) = (one.texts.joined().count, other.texts.joined().count)
        return left == right ? one.key < other.key : left > right
    }

    /// True for a pattern of a letter or two, such as `{1} of {2}`, which would fit half of all sentences:
    /// its values are single words.
    private var isShort: Bool { texts.joined().count { UInt8(ascii: "A") <= $0 } <= 2 }

    /// Returns the values of a text by their numbers; nil if it does not fit. A value is never empty, nor the
    /// end of a sentence and the beginning of the next.
    func values(in text: [UInt8]) -> [Int: String]? {
        guard let head = texts.first, let tail = texts.last, text.starts(with: head),
            text.count >= head.count + tail.count, text.suffix(tail.count).elementsEqual(tail)
        else { return nil }
        var values: [Int: String] = [:]
        var start = head.count
        let end = text.count - tail.count
        for (index, number) in numbers.enumerated() {
            let isLast = index == numbers.count - 1
            let stop = isLast ? end : Self.find(texts[index + 1], in: text[..<end], from: start + 1)
            guard let stop, stop > start else { return nil }
            let value = String(decoding: text[start..<stop], as: UTF8.self)
            guard !value.contains(". "), !isShort || !value.contains(" ") else { return nil }
            values[number] = value
            start = stop + texts[index + 1].count
        }
        return values
    }

    /// Returns the translation with values in it. One in quotes is a name, and stays as it is.
    func filled(_ values: [Int: String], _ look: (String) -> String?) -> String {
        var written = translation.texts[0]
        for (index, number) in translation.numbers.enumerated() {
            let value = values[number] ?? ""
            written += written.hasSuffix("“") ? value : look(value) ?? value
            written += translation.texts[index + 1]
        }
        return written
    }

    private static func find(_ part: [UInt8], in text: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard text.endIndex - start >= part.count else { return nil }
        return (start...text.endIndex - part.count).first { text[$0...].starts(with: part) }
    }

    /// Returns the texts of a pattern, and the numbers of the values between them.
    static func parts(of pattern: String) -> (texts: [String], numbers: [Int]) {
        var (texts, numbers): ([String], [Int]) = ([""], [])
        var rest = pattern[...]
        while let brace = rest.firstIndex(of: "{") {
            texts[texts.count - 1] += rest[..<brace]
            let digits = rest[rest.index(after: brace)...].prefix { $0.isNumber }
            if let number = Int(digits), digits.endIndex < rest.endIndex, rest[digits.endIndex] == "}" {
                numbers.append(number)
                texts.append("")
                rest = rest[rest.index(after: digits.endIndex)...]
            } else {
                texts[texts.count - 1] += "{"
                rest = rest[rest.index(after: brace)...]
            }
        }
        texts[texts.count - 1] += rest
        return (texts, numbers)
    }
}
