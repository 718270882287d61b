import DjetJSON

/// A walk through JSON beside its schema, which notes every fault.
struct FaultFinder {
    /// A step of the path to a value. Paths are written only for the faults that are reported.
    private enum Step { case name(String), place(Int) }

    private var path: [Step] = []
    private(set) var list = FaultList()

    // MARK: Misfits and missing values

    mutating func findMisfits(in tree: JSONTree, _ schema: Schema) {
        switch (schema, tree) {
        case (.nullable, .word("null")): break
        case (.nullable(let inner), _): findMisfits(in: tree, inner)
        case (.object(let fields), .object(let members)): findMisfits(in: members, fields)
        case (.array(let element), .array(let trees)):
            each(of: trees) { $0.findMisfits(in: $1, element) }
        case (.dictionary(let value), .object(let members)):
            for member in members { go(to: member.name) { $0.findMisfits(in: member.value, value) } }
        default: if let reason = schema.reason(against: tree) { note(reason) }
        }
    }

    /// Checks the fields in their order. The later of two members with one name counts, as in PostgreSQL.
    private mutating func findMisfits(in members: [JSONTree.Member], _ fields: [Schema.Field]) {
        var places = [Int?](repeating: nil, count: fields.count)
        for (place, member) in members.enumerated() {
            if let number = fields.firstIndex(where: { $0.name == member.name }) { places[number] = place }
        }
        for (field, place) in zip(fields, places) {
            let value = place.map { members[$0].value }
            if field.isOptional, value == nil || value == .word("null") { continue }
            go(to: field.name) { finder in
                guard let value else { return finder.note("is missing") }
                finder.findMisfits(in: value, field.schema)
            }
        }
    }

    // MARK: Unknown and repeated fields

    mutating func findUnknown(in tree: JSONTree, _ schema: Schema) {
        switch (schema.unwrapped, tree) {
        case (.object(let fields), .object(let members)): findUnknown(in: members, fields)
        case (.file, .object(let members)):
            for member in members where !["file", "mimeType", "name", "size"].contains(member.name) {
                go(to: member.name) { $0.note(Self.unknown) }
            }
        case (.array(let element), .array(let trees)):
            each(of: trees) { $0.findUnknown(in: $1, element) }
        case (.dictionary(let value), .object(let members)):
            for member in members { go(to: member.name) { $0.findUnknown(in: member.value, value) } }
        default: break
        }
    }

    private mutating func findUnknown(in members: [JSONTree.Member], _ fields: [Schema.Field]) {
        var isSeen = [Bool](repeating: false, count: fields.count)
        for member in members {
            let number = fields.firstIndex { $0.name == member.name }
            go(to: member.name) { finder in
                guard let number else { return finder.note(Self.unknown(beside: fields)) }
                guard !isSeen[number] else { return finder.note(Self.repeated) }
                isSeen[number] = true
                finder.findUnknown(in: member.value, fields[number].schema)
            }
        }
    }

    // MARK: Zero bytes, which the store cannot hold

    mutating func findZeroBytes(in tree: JSONTree) {
        switch tree {
        case .word: break
        case .string(let written):
            guard written.utf8.contains(UInt8(ascii: "\\")), JSONTree.unescaped(written).utf8.contains(0)
            else { return }
            note(Self.zeroByte)
        case .array(let trees): each(of: trees) { $0.findZeroBytes(in: $1) }
        case .object(let members):
            for member in members {
                go(to: member.name) { finder in
                    if member.name.utf8.contains(0) { finder.note(Self.zeroByte) }
                    finder.findZeroBytes(in: member.value)
                }
            }
        }
    }

    // MARK: Paths

    private static let unknown = "is not a known field"
    private static func unknown(beside fields: [Schema.Field]) -> String {
        let names = fields.prefix(30).map(\.name).joined(separator: ", ")
        return names.isEmpty ? unknown : "\(unknown) (known: \(names))"
    }
    private static let repeated = "is given more than once"
    private static let zeroByte = "has a zero byte"

    private mutating func note(_ reason: @autoclosure () -> String) {
        let path = path
        list.add(Self.written(path), reason())
    }

    private mutating func go(to name: String, _ look: (inout FaultFinder) -> Void) {
        path.append(.name(name))
        look(&self)
        path.removeLast()
    }

    private mutating func each(of trees: [JSONTree], _ look: (inout FaultFinder, JSONTree) -> Void) {
        for (place, tree) in trees.enumerated() {
            path.append(.place(place))
            look(&self, tree)
            path.removeLast()
        }
    }

    /// Returns the path as a form names it: `lines[0].product`.
    private static func written(_ path: [Step]) -> String {
        path.reduce(into: "") { text, step in
            guard text.utf8.count <= FieldErrors.longestPath else { return }
            switch step {
            case .place(let place): text += "[\(place)]"
            case .name(let name):
                let plain = name.beginning(FieldErrors.longestPath + 1).filter { $0 != "\0" }
                text = Schema.path(text, plain)
            }
        }
    }
}
