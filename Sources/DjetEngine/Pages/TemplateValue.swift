import DjetJSON
import DjetModel
import Mustache

/// Converts JSON to the values that a template reads.
enum TemplateValue {
    /// Returns the value of a JSON tree, for a page in a language; nil for null.
    static func of(_ tree: JSONTree, _ words: Words) -> Any? {
        switch tree {
        case .object(let members):
            TemplateObject(members: Self.members(members, words), tree: tree, words: words)
        case .array(let elements):
            TemplateList(elements: elements.compactMap { of($0, words) }, tree: tree, words: words)
        case .string: TemplateText(tree, words)
        case .word("null"): nil
        case .word("true"): true
        case .word("false"): false
        case .word: TemplateText(tree, words)
        }
    }

    static func members(_ members: [JSONTree.Member], _ words: Words) -> [String: Any] {
        Dictionary(
            members.compactMap { member in
                of(member.value, words).map { (member.name, $0) }
            }, uniquingKeysWith: { $1 })
    }
}

/// A JSON object.
struct TemplateObject: MustacheParent, MustacheTransformable {
    let members: [String: Any]
    let tree: JSONTree
    let words: Words

    func child(named name: String) -> Any? { members[name] }

    func transform(_ name: String) -> Any? {
        switch name {
        case "json": CombiningMarks.thinned(tree.pretty())
        case "empty": members.isEmpty
        case "pairs": pairs
        default: nil
        }
    }

    /// The members whose values are words of Djet, and no names that people have given.
    private static let worded: Set = ["rights", "status"]

    /// The names and values in their order, for lists. Those that are null are left out.
    private var pairs: [[String: TemplateText]] {
        guard case .object(let members) = tree else { return [] }
        return members.filter { $0.value != .null }.map { member in
            let isWorded = Self.worded.contains(member.name)
            return [
                "name": TemplateText(member.name, words),
                "value": TemplateText(member.value.written(words, isWorded: isWorded), words),
            ]
        }
    }
}

extension JSONTree {
    /// Returns the value in words: `view, use` for a list.
    ///
    /// - Parameter isWorded: true if the texts in it are looked up in the catalog.
    fileprivate func written(_ words: Words, isWorded: Bool) -> String {
        switch self {
        case .array(let elements) where elements.isEmpty: words("none")
        case .array(let elements):
            elements.map { $0.written(words, isWorded: isWorded) }.joined(separator: ", ")
        case .word("true"): words("yes")
        case .word("false"): words("no")
        case .object, .string, .word:
            isWorded ? words(TemplateText(self, words).text) : TemplateText(self, words).text
        }
    }
}

/// A JSON array.
struct TemplateList: MustacheSequence, MustacheTransformable {
    let elements: [Any]
    let tree: JSONTree
    let words: Words

    /// Iterates over the elements until the task is cancelled: a page that nobody waits for any more is
    /// rendered no further.
    func makeIterator() -> AnyIterator<Any> {
        var rest = elements.makeIterator()
        return AnyIterator { Task.isCancelled ? nil : rest.next() }
    }

    func transform(_ name: String) -> Any? {
        switch name {
        case "json": CombiningMarks.thinned(tree.pretty())
        case "count": TemplateText("\(elements.count)", words)
        case "first": elements.first
        case "last": elements.last
        case "empty": elements.isEmpty
        default: nil
        }
    }
}
