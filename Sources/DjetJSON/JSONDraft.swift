/// The parts of one value that an encoder has received so far.
final class JSONDraft {
    private enum Shape { case scalar(JSONTree), object, array }

    private var shape = Shape.object
    private var members: [JSONTree.Member] = []
    private var elements: [JSONTree] = []
    /// Containers requested within this one, and the position of each.
    private var nested: [(position: Int, draft: JSONDraft)] = []

    /// The number of elements of a list.
    var count: Int { elements.count }

    func becomeObject() { shape = .object }

    func becomeArray() { shape = .array }

    func become(_ tree: JSONTree) { shape = .scalar(tree) }

    func add(_ tree: JSONTree, named name: String) {
        members.append(JSONTree.Member(name: name, value: tree))
    }

    func append(_ tree: JSONTree) { elements.append(tree) }

    func addDraft(named name: String) -> JSONDraft {
        let draft = JSONDraft()
        nested.append((members.count, draft))
        add(.null, named: name)
        return draft
    }

    func appendDraft() -> JSONDraft {
        let draft = JSONDraft()
        nested.append((elements.count, draft))
        append(.null)
        return draft
    }

    /// Returns the whole value, the members of each object sorted by name.
    func finished() -> JSONTree {
        switch shape {
        case .scalar(let tree): return tree
        case .object:
            for (position, draft) in nested {
                members[position] = JSONTree.Member(name: members[position].name, value: draft.finished())
            }
            return .object(Self.inOrder(members))
        case .array:
            for (position, draft) in nested { elements[position] = draft.finished() }
            return .array(elements)
        }
    }

    /// Returns the members sorted by name. If a key was encoded twice, as by a class and its superclass, the
    /// later one counts.
    private static func inOrder(_ members: [JSONTree.Member]) -> [JSONTree.Member] {
        let sorted = members.sorted { $0.name < $1.name }
        let isUnique = zip(sorted, sorted.dropFirst()).allSatisfy { $0.name != $1.name }
        guard !isUnique else { return sorted }
        return sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0].name != sorted[$0 + 1].name }
            .map { sorted[$0] }
    }
}
