import DjetModel

/// The fields and files of an HTML form by path: `lines[0].product`, `lines[0][product]` and `tags[]` alike.
struct FormTree {
    /// The values at the path itself: several if a name comes several times.
    private(set) var values: [String] = []
    /// The file at the path itself, with the name of its field.
    private(set) var file: (name: String, file: File)?
    private(set) var names: [String] = []
    /// True if it has no text except blanks, and no file.
    private(set) var isBlank = true
    private var parts: [String: FormTree] = [:]

    init() {}

    /// Sorts the fields by path. Throws `FieldErrors` for invalid names.
    init(_ form: [(String, String)], files: [String: File] = [:]) throws {
        var faults = FaultList()
        for (name, value) in form {
            guard let name = Self.name(name, &faults) else { continue }
            add(at: name.parts[...], isBlank: value.isBlank) { $0.values.append(value) }
        }
        for (field, file) in files.sorted(by: { $0.key < $1.key }) {
            guard let name = Self.name(field, &faults) else { continue }
            add(at: name.parts[...], isBlank: false) { $0.file = (field, file) }
        }
        guard faults.isEmpty else { throw faults.errors }
    }

    subscript(name: String) -> FormTree? { parts[name] }

    /// The only value, if there are no parts and it is not blank.
    var whole: String? {
        guard names.isEmpty, values.count == 1, !isBlank else { return nil }
        return values[0]
    }

    /// The places of a list, in numerical order.
    var places: [String] {
        names.map { (number: Int($0) ?? .max, name: $0) }.sorted { $0.number < $1.number }.map(\.name)
    }

    /// All files at the path and below it, in the order of their fields.
    var files: [(name: String, file: File)] {
        (file.map { [$0] } ?? []) + places.flatMap { parts[$0]?.files ?? [] }
    }

    mutating func append(_ value: String) {
        values.append(value)
        isBlank = isBlank && value.isBlank
    }

    private mutating func add(
        at path: ArraySlice<String>, isBlank: Bool, _ put: (inout FormTree) -> Void
    ) {
        if !isBlank { self.isBlank = false }
        guard let name = path.first else { return put(&self) }
        if parts[name] == nil { names.append(name) }
        parts[name, default: FormTree()].add(at: path.dropFirst(), isBlank: isBlank, put)
    }

    private static func name(_ text: String, _ faults: inout FaultList) -> FieldName? {
        guard let name = FieldName(text) else {
            faults.add(text, "is not the name of a field")
            return nil
        }
        return name
    }
}

extension String {
    /// True if the text is empty or has only blanks.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
