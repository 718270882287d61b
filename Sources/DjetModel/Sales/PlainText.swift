/// What people meant by a text that is a number, a code, a name or a description: the same in files, JSON, forms and
/// commands.
///
/// - Blanks around it do not belong to it, nor do characters that nobody sees; a no-break space is a space, and so is
///   a tab or a line break within it.
/// - `="00042"`, as spreadsheet programs write a text of digits, is `00042`. An apostrophe before what would be a
///   formula, as Djet's own files have it, does not count.
/// - A control character, and U+FFFD, which stands for a character that was lost, make it no text at all.
package enum PlainText {
    /// Why there is no such text, as the rest of a sentence that begins with its name.
    package enum Problem: Error, Equatable {
        case control(UInt32)
        case lost

        /// `has a control character (U+0007)`.
        package var reason: String {
            switch self {
            case .control(let value):
                let digits = String(value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
                return "has a control character (U+\(zeros)\(digits))"
            case .lost: return "has a character (U+FFFD) that stands for one that was lost"
            }
        }
    }

    /// Whether a text is plain as it is, by a look at its bytes; false does not say that it is not.
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

    /// The text that is meant; empty if nothing is left of it.
    package static func of(_ text: String) throws(Problem) -> String {
        let quick = Array(text.utf8)
        if isPlain(quick.span) { return text }
        return unwrapped(try visible(withoutMark(text)))
    }

    /// The text that is meant by an argument; nil if it is not there, or blank.
    ///
    /// - Throws: ``ModelError/invalid(_:)`` with the argument's name.
    package static func said(_ text: String?, as name: String) throws -> String? {
        guard let text else { return nil }
        let plain = try argument(text, as: name)
        return plain.isEmpty ? nil : plain
    }

    /// The text that is meant by an argument; blank if it is.
    ///
    /// - Throws: ``ModelError/invalid(_:)`` with the argument's name.
    package static func argument(_ text: String, as name: String) throws -> String {
        do throws(Problem) {
            return try of(text)
        } catch {
            throw ModelError.invalid("\(name) \(error.reason)")
        }
    }

    private static func visible(_ text: Substring) throws(Problem) -> String {
        var scalars = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            // CRLF is one line break.
            if scalar == "\n", isAfterReturn { continue }
            switch scalar {
            case _ where scalar.properties.isWhitespace: scalars.append(" ")
            case _ where isInvisible(scalar): continue
            case "\u{FFFD}": throw .lost
            case _ where scalar.properties.generalCategory == .control: throw .control(scalar.value)
            default: scalars.append(scalar)
            }
        }
        return trimmed(scalars)
    }

    /// Characters without a width, or that turn the direction of a text: nobody sees them, and two codes that differ by
    /// one are the same to everybody.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func trimmed(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> String {
        let start = scalars.drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: start[...last])
        return String(text)
    }

    /// Without the apostrophe before a formula.
    private static func withoutMark(_ text: String) -> Substring {
        let body = text.drop(while: \.isWhitespace)
        return body.hasPrefix("'") && Formula.begins(body.utf8.dropFirst()) ? body.dropFirst() : body
    }

    /// What a formula of nothing but a text says.
    private static func unwrapped(_ text: String) -> String {
        guard text.utf8.count >= 3, text.hasPrefix("=\""), text.hasSuffix("\"") else { return text }
        return trimmed(text.dropFirst(2).dropLast().replacing("\"\"", with: "\"").unicodeScalars)
    }
}
