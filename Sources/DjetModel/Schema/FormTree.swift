/// The fields of an HTML form by their paths: `lines[0].product`, `lines[0][product]` and `tags[]` alike.
struct FormTree {
    /// What stands under the path itself: several where a name comes several times.
    private(set) var values: [String] = []
    private(set) var names: [String] = []
    private var parts: [String: FormTree] = [:]

    /// Deeper than any form.
    private static let deepest = 16

    init() {}

    /// Throws `FieldErrors` if a name makes no sense.
    init(_ form: [(String, String)]) throws {
        for (name, value) in form {
            guard let path = Self.path(of: name), path.count <= Self.deepest else {
                throw FieldErrors([.init(name, "is not the name of a field")])
            }
            add(value, at: path[...])
        }
    }

    subscript(name: String) -> FormTree? { parts[name] }

    /// Whether everything in it is blank.
    var isBlank: Bool {
        values.allSatisfy { $0.allSatisfy(\.isWhitespace) } && parts.values.allSatisfy(\.isBlank)
    }

    /// The only value, if it has no parts and is not blank.
    var whole: String? {
        guard names.isEmpty, values.count == 1, !isBlank else { return nil }
        return values[0]
    }

    /// The places of a list in the order of their numbers.
    var places: [String] {
        names.sorted { (Int($0) ?? .max) < (Int($1) ?? .max) }
    }

    mutating func append(_ value: String) {
        values.append(value)
    }

    private mutating func add(_ value: String, at path: ArraySlice<String>) {
        guard let name = path.first else {
            values.append(value)
            return
        }
        if parts[name] == nil { names.append(name) }
        parts[name, default: FormTree()].add(value, at: path.dropFirst())
    }

    /// The parts of `lines[0].product`; nil if a bracket is not closed or a part is empty.
    private static func path(of name: String) -> [String]? {
        var path: [String] = []
        for (index, part) in name.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            var pieces = part.split(separator: "[", omittingEmptySubsequences: false).map(String.init)
            let first = pieces.removeFirst()
            guard !first.isEmpty || (index == 0 && !pieces.isEmpty) else { return nil }
            if !first.isEmpty { path.append(first) }
            for piece in pieces {
                guard piece.hasSuffix("]") else { return nil }
                // `tags[]` is `tags` once more.
                if piece.count > 1 { path.append(String(piece.dropLast())) }
            }
        }
        return path
    }
}
