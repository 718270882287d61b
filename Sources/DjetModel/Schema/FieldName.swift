/// The name of a form's field, such as `lines[0].product`, `lines[0][product]` or `tags[]`, taken apart in one pass.
package struct FieldName: Sendable, Hashable {
    /// The most bytes of a name.
    package static let longest = 200
    /// The most parts of a name: deeper than any form.
    static let deepest = 16

    /// Its parts: `lines`, `0` and `product`. `tags[]` is `tags` once more.
    package let parts: [String]

    /// Nil if it is too long, a bracket is not closed, a part is empty, or there are too many.
    package init?(_ name: String) {
        guard name.utf8.count <= Self.longest else { return nil }
        var reading = Reading(rest: name.utf8[...])
        guard reading.read(), reading.parts.count <= Self.deepest else { return nil }
        parts = reading.parts
    }

    /// The one way to write it: `lines[0].product`, in which what stands in brackets is a place in a list.
    package var plain: String { Self.plain(parts[...]) }

    /// The lists that it names a place of, and which: `lines` and 0.
    package var places: [(list: String, place: Int)] {
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

    /// What has been read of a name, and what has not.
    private struct Reading {
        var rest: Substring.UTF8View
        var parts: [String] = []

        private static let dot = UInt8(ascii: ".")
        private static let open = UInt8(ascii: "[")
        private static let close = UInt8(ascii: "]")

        /// Reads all of it. Returns false if it is no name.
        mutating func read() -> Bool {
            guard rest.first == Self.open || readWord() else { return false }
            while let byte = rest.popFirst() {
                guard byte == Self.open ? readPlace() : byte == Self.dot && readWord() else { return false }
            }
            return !parts.isEmpty
        }

        /// A part up to the next dot or bracket.
        private mutating func readWord() -> Bool {
            let word = rest.prefix { $0 != Self.dot && $0 != Self.open }
            rest = rest.dropFirst(word.count)
            parts.append(String(word) ?? "")
            return !word.isEmpty
        }

        /// A part up to the bracket that closes it. Nothing but a dot or another one may follow.
        private mutating func readPlace() -> Bool {
            let word = rest.prefix { $0 != Self.close && $0 != Self.open }
            rest = rest.dropFirst(word.count)
            guard rest.popFirst() == Self.close else { return false }
            if !word.isEmpty { parts.append(String(word) ?? "") }
            return true
        }
    }
}
