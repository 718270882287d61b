import DjetJSON
import DjetModel

/// The name of a form's field, parsed in one pass: `lines[0].product`, `lines[0][product]` or `tags[]`.
struct FieldName: Sendable, Hashable {
    /// The most bytes of a name.
    static let longest = FieldErrors.longestPath
    /// The most parts of a name: more than any form has.
    static let deepest = 16

    /// The parts: `lines`, `0` and `product`. `tags[]` has the part `tags` alone.
    let parts: [String]

    /// Parses a name. Nil if it is too long or has too many combining marks, a bracket is not closed, a part
    /// is empty, or there are too many parts.
    init?(_ name: String) {
        guard name.utf8.count <= Self.longest, !CombiningMarks.areTooMany(in: name) else { return nil }
        var reading = Reading(rest: name.utf8[...])
        guard reading.read(), reading.parts.count <= Self.deepest else { return nil }
        parts = reading.parts
    }

    /// The canonical form: `lines[0].product`, with brackets for places in lists alone.
    var plain: String { Self.plain(parts[...]) }

    /// The lists and places that it names: `lines` and 0.
    var places: [(list: String, place: Int)] {
        parts.indices.dropFirst().compactMap { index in
            guard Self.isPlace(parts[index]), let place = Int(parts[index]) else { return nil }
            return (Self.plain(parts[..<index]), place)
        }
    }

    private static func plain(_ parts: ArraySlice<String>) -> String {
        guard var text = parts.first else { return "" }
        for part in parts.dropFirst() { text += isPlace(part) ? "[\(part)]" : ".\(part)" }
        return text
    }

    private static func isPlace(_ part: String) -> Bool {
        part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// A parser's state: the parts read, and the rest of the name.
    private struct Reading {
        var rest: Substring.UTF8View
        var parts: [String] = []

        private static let dot = UInt8(ascii: ".")
        private static let open = UInt8(ascii: "[")
        private static let close = UInt8(ascii: "]")

        /// Reads the whole name. Returns false if it is invalid.
        mutating func read() -> Bool {
            guard rest.first == Self.open || readWord() else { return false }
            while let byte = rest.popFirst() {
                guard byte == Self.open ? readPlace() : byte == Self.dot && readWord() else { return false }
            }
            return !parts.isEmpty
        }

        /// Reads a part up to the next dot or bracket.
        private mutating func readWord() -> Bool {
            let word = rest.prefix { $0 != Self.dot && $0 != Self.open }
            rest = rest.dropFirst(word.count)
            parts.append(String(word) ?? "")
            return !word.isEmpty
        }

        /// Reads a part up to its closing bracket. Only a dot or another bracket may follow.
        private mutating func readPlace() -> Bool {
            let word = rest.prefix { $0 != Self.close && $0 != Self.open }
            rest = rest.dropFirst(word.count)
            guard rest.popFirst() == Self.close else { return false }
            if !word.isEmpty { parts.append(String(word) ?? "") }
            return true
        }
    }
}
