/// The bytes of a file that a client asks for (RFC 9110, section 14).
enum ByteRange: Hashable {
    /// All bytes: no range was asked for, or the header may be ignored.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// Only bytes that do not exist.
    case unsatisfiable

    /// Reads a `Range` header for a file of `size` bytes.
    ///
    /// Several ranges at once are answered with the whole, as the standard allows: nobody who downloads a
    /// file asks for them. A header that is not understood is ignored.
    init(_ field: String?, size: Int) {
        guard let field, let specification = Self.specification(field) else {
            self = .whole
            return
        }
        switch specification {
        case .from(let first, let last):
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case .suffix(let count):
            self = count > 0 && size > 0 ? .part(max(size - count, 0)..<size) : .unsatisfiable
        }
    }

    private enum Specification {
        case from(Int, to: Int)
        case suffix(Int)
    }

    private static func specification(_ field: String) -> Specification? {
        guard let equals = field.firstIndex(of: "="), field[..<equals].lowercased() == "bytes" else {
            return nil
        }
        let text = field[field.index(after: equals)...].filter { $0 != " " && $0 != "\t" }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        if parts[0].isEmpty { return number(parts[1]).map { .suffix($0) } }
        guard let first = number(parts[0]) else { return nil }
        if parts[1].isEmpty { return .from(first, to: .max - 1) }
        guard let last = number(parts[1]), first <= last else { return nil }
        return .from(first, to: last)
    }

    /// Returns a number of digits alone; nil for any other text. A number too large for a file is as large as
    /// can be.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return min(Int(text) ?? .max, .max - 1)
    }
}
