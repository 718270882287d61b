import DjetJSON
import DjetModel
import Mustache

/// Converts JSON to the values that a template reads.
enum TemplateValue {
    /// Returns the value of a JSON tree; nil for null.
    static func of(_ tree: JSONTree) -> Any? {
        switch tree {
        case .object(let members): TemplateObject(members: Self.members(members), tree: tree)
        case .array(let elements): TemplateList(elements: elements.compactMap(of), tree: tree)
        case .string: TemplateText(tree)
        case .word("null"): nil
        case .word("true"): true
        case .word("false"): false
        case .word: TemplateText(tree)
        }
    }

    static func members(_ members: [JSONTree.Member]) -> [String: Any] {
        Dictionary(
            members.compactMap { member in
                of(member.value).map { (member.name, $0) }
            }, uniquingKeysWith: { $1 })
    }
}

/// A JSON object.
struct TemplateObject: MustacheParent, MustacheTransformable {
    let members: [String: Any]
    let tree: JSONTree

    func child(named name: String) -> Any? { members[name] }

    func transform(_ name: String) -> Any? {
        switch name {
        case "json": CombiningMarks.thinned(tree.pretty())
        case "empty": members.isEmpty
        case "pairs": pairs
        default: nil
        }
    }

    /// The names and values in their order, for lists. Those that are null are left out.
    private var pairs: [[String: String]] {
        guard case .object(let members) = tree else { return [] }
        return members.filter { $0.value != .null }.map { ["name": $0.name, "value": $0.value.words] }
    }
}

extension JSONTree {
    /// The value in words: `view, use` for a list.
    fileprivate var words: String {
        switch self {
        case .array(let elements) where elements.isEmpty: "none"
        case .array(let elements): elements.map(\.words).joined(separator: ", ")
        case .word("true"): "yes"
        case .word("false"): "no"
        case .object, .string, .word: TemplateText(self).text
        }
    }
}

/// A JSON array.
struct TemplateList: MustacheSequence, MustacheTransformable {
    let elements: [Any]
    let tree: JSONTree

    /// Iterates over the elements until the task is cancelled: a page that nobody waits for any more is
    /// rendered no further.
    func makeIterator() -> AnyIterator<Any> {
        var rest = elements.makeIterator()
        return AnyIterator { Task.isCancelled ? nil : rest.next() }
    }

    func transform(_ name: String) -> Any? {
        switch name {
        case "json": CombiningMarks.thinned(tree.pretty())
        case "count": elements.count
        case "first": elements.first
        case "last": elements.last
        case "empty": elements.isEmpty
        default: nil
        }
    }
}
