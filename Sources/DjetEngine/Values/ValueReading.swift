import DjetJSON
import DjetModel

/// The conversion of JSON to views.
struct ValueReading {
    /// The most rows of a table, or items of a list. The whole is available as JSON.
    static let longest = 200
    /// The depth from which on values are shown as JSON.
    private static let deepest = 3

    /// Returns the path where a file can be downloaded; nil if nowhere.
    let path: @Sendable (File) -> String?

    /// Returns the view of a reply, which is given as JSON.
    ///
    /// The parts of objects are in the order in which the function's type declares them, since the store
    /// keeps none.
    func view(ofReply text: String, of function: (any ModelFunction.Type)?) throws -> ValueView {
        view(of: try JSONReader.tree(of: text), function?.outputSchema ?? .any)
    }

    func view(of tree: JSONTree, _ schema: Schema, depth: Int = 0) -> ValueView {
        if let file = tree.file { return ValueView(kind: .file, file: view(of: file)) }
        return switch tree {
        case .string: text(tree.text ?? "")
        case .word("null"), .object([]): ValueView(kind: .nothing)
        case .word("true"): ValueView(kind: .text, text: "yes", isWord: true)
        case .word("false"): ValueView(kind: .text, text: "no", isWord: true)
        case .word(let word): ValueView(kind: .text, text: word)
        case _ where depth >= Self.deepest: json(tree)
        case .object(let members): sheet(members, schema.unwrapped, depth)
        case .array(let elements): list(elements, schema.unwrapped, depth)
        }
    }

    private func text(_ text: String) -> ValueView {
        if text.isEmpty { return ValueView(kind: .nothing) }
        if Self.isTime(text) { return ValueView(kind: .time, text: text) }
        return ValueView(kind: text.contains { $0.isNewline } ? .block : .text, text: text)
    }

    /// Returns true if a text is a time as Djet writes it: `2026-11-21T20:15:00.5Z`.
    private static func isTime(_ text: String) -> Bool {
        let shape = "0000-00-00T00:00:00"
        guard (20...30).contains(text.utf8.count), text.utf8.last == UInt8(ascii: "Z") else { return false }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let fits = zip(text.utf8, shape.utf8).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
        let rest = text.utf8.dropFirst(shape.utf8.count).dropLast()
        let isFraction = rest.isEmpty || rest.count > 1 && rest.first == UInt8(ascii: ".")
        return fits && isFraction && rest.dropFirst().allSatisfy(isDigit)
    }

    private func json(_ tree: JSONTree) -> ValueView { ValueView(kind: .json, text: tree.pretty()) }

    private func view(of file: File) -> ValueView.FileView {
        let path = path(file)
        return ValueView.FileView(
            name: file.name, mimeType: file.mimeType, size: file.size, path: path ?? "",
            isImage: path != nil && MediaName.isImage(file.mimeType))
    }

    private func sheet(_ members: [JSONTree.Member], _ schema: Schema, _ depth: Int) -> ValueView {
        let names = Self.inOrder(members.map(\.name), schema)
        let values = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
        let parts = names.prefix(Self.longest).compactMap { name in
            values[name].map { value in
                ValueView.Part(
                    title: Schema.Field(name, .any).title,
                    value: view(of: value, schema.part(name), depth: depth + 1))
            }
        }
        return ValueView(kind: .sheet, parts: parts, outOf: names.count > parts.count ? names.count : 0)
    }

    private func list(_ elements: [JSONTree], _ schema: Schema, _ depth: Int) -> ValueView {
        guard !elements.isEmpty else { return ValueView(kind: .nothing) }
        var element = Schema.any
        if case .array(let schema) = schema { element = schema.unwrapped }
        let shown = elements.prefix(Self.longest)
        let outOf = elements.count > shown.count ? elements.count : 0
        guard let columns = Self.columns(of: shown, element) else {
            let items = shown.map { view(of: $0, element, depth: depth + 1) }
            return ValueView(kind: .list, items: items, outOf: outOf)
        }
        let rows = shown.map { row in
            columns.map { view(of: row.member($0), element.part($0), depth: Self.deepest) }
        }
        return ValueView(
            kind: .table, columns: columns.map { Schema.Field($0, .any).title }, rows: rows, outOf: outOf)
    }

    /// Returns the names of the members; nil unless all elements are objects with 30 names together at most.
    private static func columns(of elements: ArraySlice<JSONTree>, _ schema: Schema) -> [String]? {
        var names: [String] = []
        for element in elements {
            guard case .object(let members) = element, element.file == nil else { return nil }
            for name in members.map(\.name) where !names.contains(name) {
                names.append(name)
                guard names.count <= 30 else { return nil }
            }
        }
        return names.isEmpty ? nil : inOrder(names, schema)
    }

    /// Returns the fields of the type first, then the other names in alphabetical order.
    private static func inOrder(_ names: [String], _ schema: Schema) -> [String] {
        let known = schema.fields.map(\.name).filter { names.contains($0) }
        return known + names.filter { !known.contains($0) }.sorted()
    }
}

extension JSONTree {
    /// The file that an object stands for; nil if it is none.
    fileprivate var file: File? {
        guard let id = storedFile, let name = self["name"]?.text, let mimeType = self["mimeType"]?.text,
            case .word(let size)? = self["size"], let size = Int(size)
        else { return nil }
        return File(id: id, name: name, mimeType: mimeType, size: size)
    }

    fileprivate func member(_ name: String) -> JSONTree {
        guard case .object(let members) = self else { return .word("null") }
        return members.last { $0.name == name }?.value ?? .word("null")
    }
}

extension ModelFunction {
    /// The schema of the function's output.
    static var outputSchema: Schema { Schema.of(Output.self) }
}
