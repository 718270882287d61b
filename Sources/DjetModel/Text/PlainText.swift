import DjetJSON
import Foundation

/// The meaning of a text that people type as a number, a code, a name or a description: the same in files,
/// JSON, forms and commands.
///
/// - Blanks and invisible characters around it do not count. Within it, a no-break space, a tab and a line
///   break become a space. In a description the joiners of scripts and emoji stay between two letters.
/// - A code is in Unicode's normal form NFC: a letter and its mark are one character, however they were
///   typed.
/// - `="00042"`, as spreadsheet programs write a text of digits, is `00042`. An apostrophe before a formula,
///   which Djet's own files have, does not count.
/// - A control character, U+FFFD, which stands for a lost character, and more marks on a letter than anybody
///   could read make the text invalid.
package enum PlainText {
    /// The use of a text.
    package enum Use: Sendable {
        /// A text that names something: two that look the same are the same.
        case code

        /// A text that people read.
        case prose
    }

    /// A reason why a text is invalid, as the rest of a sentence that begins with the text's name.
    package enum Problem: Error, Equatable {
        case control(UInt32)
        case lost
        case marks

        /// The reason, such as `has a control character (U+0007)`.
        package var reason: String {
            switch self {
            case .control(let value):
                let digits = String(value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
                return "has a control character (U+\(zeros)\(digits))"
            case .lost: return "has a character (U+FFFD) that stands for one that was lost"
            case .marks: return "has a letter with more than \(CombiningMarks.most) combining marks"
            }
        }
    }

    /// Returns true for a character that a code drops or turns into a space. It applies to column names,
    /// empty rows and blanks around quotes as well; SQL that checks codes lists the same characters.
    package static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        isBlank(scalar) || isInvisible(scalar, .code)
    }

    /// Returns true if a look at the bytes shows that a text is plain as it is; false leaves it open.
    package static func isPlain(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return true }
        let first = text[0]
        guard first != .space, first != .equals, first != .apostrophe, text[text.count - 1] != .space else {
            return false
        }
        for index in text.indices {
            let byte = text[unchecked: index]
            if byte < 0x20 || byte > 0x7E { return false }
        }
        return true
    }

    /// Returns the meaning of a text; empty if nothing is left. The result means itself.
    package static func of(_ text: String, _ use: Use = .code) throws(Problem) -> String {
        let quick = Array(text.utf8)
        if isPlain(quick.span) { return text }
        var meant = text
        var length = 0
        repeat {
            length = meant.utf8.count
            meant = unwrapped(try visible(withoutMark(meant), use))
        } while meant.utf8.count < length
        return use == .code ? composed(meant) : meant
    }

    /// Returns the meaning of an argument; nil if it is missing or blank.
    ///
    /// - Throws: ``ModelError/invalid(_:)`` with the argument's name.
    package static func said(_ text: String?, as name: String) throws -> String? {
        guard let text else { return nil }
        let plain = try argument(text, as: name)
        return plain.isEmpty ? nil : plain
    }

    /// Returns the meaning of an argument; empty if it is blank.
    ///
    /// - Throws: ``ModelError/invalid(_:)`` with the argument's name.
    package static func argument(_ text: String, as name: String, _ use: Use = .code) throws -> String {
        do throws(Problem) {
            return try of(text, use)
        } catch {
            throw ModelError.invalid("\(name) \(error.reason)")
        }
    }

    private static func visible(_ text: Substring.UnicodeScalarView, _ use: Use) throws(Problem) -> String {
        var scalars = String.UnicodeScalarView()
        var isBehindReturn = false
        var isBehindBlank = true
        var joiner: Unicode.Scalar?
        for scalar in text {
            defer { isBehindReturn = scalar == "\r" }
            // CRLF counts as one line break.
            if scalar == "\n", isBehindReturn { continue }
            if isInvisible(scalar, use) {
                if use == .prose, isJoiner(scalar) { joiner = scalar }
                continue
            }
            let isBlank = isBlank(scalar)
            if let joiner, !isBehindBlank, !isBlank { scalars.append(joiner) }
            scalars.append(isBlank ? " " : try checked(scalar))
            (isBehindBlank, joiner) = (isBlank, nil)
        }
        let text = String(trimmed(scalars))
        guard !CombiningMarks.areTooMany(in: text) else { throw .marks }
        return text
    }

    private static func checked(_ scalar: Unicode.Scalar) throws(Problem) -> Unicode.Scalar {
        if scalar == "\u{FFFD}" { throw .lost }
        if scalar.properties.generalCategory == .control { throw .control(scalar.value) }
        return scalar
    }

    /// Returns true for white space, and for two characters without ink: Hangul filler and Braille blank.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{3164}" || scalar == "\u{2800}"
    }

    /// Returns true for a character without a width, or one that turns the direction of a text: two codes
    /// that differ by one look the same. Prose keeps those that choose the form of a character, as in emoji
    /// and flags.
    private static func isInvisible(_ scalar: Unicode.Scalar, _ use: Use) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: use == .code && scalar.properties.isDefaultIgnorableCodePoint && !isBlank(scalar)
        }
    }

    /// Returns true for a character without a width that changes its neighbours, as in Persian words and
    /// emoji.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200C}" || scalar == "\u{200D}"
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let start = scalars.drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return scalars[..<scalars.startIndex] }
        return start[...last]
    }

    /// Returns the text without leading blanks and the apostrophe before a formula.
    private static func withoutMark(_ text: String) -> Substring.UnicodeScalarView {
        let body = text.unicodeScalars.drop(while: isBlank)
        let rest = body.dropFirst()
        return body.first == "'" && Formula.begins(Substring(rest).utf8) ? rest : body
    }

    /// Returns a code in the normal form NFC. The time grows with the square of the length, so a longer text
    /// stays as it is: no code is that long in any form, and its length will refuse it.
    private static func composed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count <= 1_000, scalars.contains(where: { $0.value >= 0x300 }) else { return text }
        // Foundation sorts the marks before U+0F73 rightly only in a text that is decomposed.
        return text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    }

    /// Returns the text within a formula that is nothing but a quoted text, whose quotes are doubled.
    private static func unwrapped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let isWrapped = bytes.count >= 3 && bytes.starts(with: [.equals, .quote]) && bytes.last == .quote
        guard isWrapped else { return text }
        let inside = bytes[2..<(bytes.count - 1)]
        let single = CSVRecord.undoubled(inside)
        let areDoubled = 2 * ByteCount.of(.quote, in: single[...]) == ByteCount.of(.quote, in: inside)
        return areDoubled ? String(decoding: single, as: UTF8.self) : text
    }
}
