/// All nodes and rules at one moment.
public final class Tree: Sendable {
    /// The channel that rings when the tree changes.
    public static let channel = "djet:tree"

    /// A node and the rules at it.
    public struct Entry: Sendable, Hashable {
        /// The node.
        public var node: Node
        /// The rights of each role, there and below.
        public var access: [String: Set<Right>]

        /// A node and the rules at it.
        public init(_ node: Node, access: [String: Set<Right>] = [:]) {
            self.node = node
            self.access = access
        }
    }

    /// The declared basetypes, by name.
    public let basetypes: [String: Basetype]
    /// All nodes, each after its parent, siblings in their order.
    public let nodes: [Node]

    let entries: [Int64: Entry]
    let paths: [String: Int64]
    let children: [Int64: [Node]]
    /// The number of segments of the longest path.
    let depth: Int

    /// Creates a tree of these nodes. Nodes without their parent are left out.
    public init(_ entries: [Entry], basetypes: [Basetype] = []) {
        let family = Self.families(entries.map(\.node))
        let nodes = Self.walk(family)
        let kept = Set(nodes.map(\.id))
        self.basetypes = Dictionary(basetypes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        self.nodes = nodes
        self.entries = Dictionary(
            entries.filter { kept.contains($0.node.id) }.map { ($0.node.id, $0) }, uniquingKeysWith: { $1 })
        paths = Dictionary(nodes.map { ($0.path, $0.id) }, uniquingKeysWith: { $1 })
        children = family.below
        depth = nodes.map { Self.segments(of: $0.path).count }.max() ?? 0
    }

    /// Returns true if another tree has the same nodes, rules and basetypes.
    package func isSame(as other: Tree) -> Bool {
        self === other || nodes == other.nodes && entries == other.entries && basetypes == other.basetypes
    }

    /// The root; nil if the tree is empty.
    public var root: Node? { nodes.first }

    private static func families(_ nodes: [Node]) -> (roots: [Node], below: [Int64: [Node]]) {
        let sorted = nodes.sorted { ($0.position, $0.name) < ($1.position, $1.name) }
        let below = Dictionary(grouping: sorted.filter { $0.parent != nil }) { $0.parent ?? 0 }
        return (sorted.filter { $0.parent == nil }, below)
    }

    private static func walk(_ family: (roots: [Node], below: [Int64: [Node]])) -> [Node] {
        var found: [Node] = []
        var rest = Array(family.roots.reversed())
        while let node = rest.popLast() {
            found.append(node)
            rest += (family.below[node.id] ?? []).reversed()
        }
        return found
    }

    static func segments(of path: String) -> [Substring] {
        let rest = path.hasPrefix("/") ? path.dropFirst() : path[...]
        return rest.isEmpty ? [] : rest.split(separator: "/", omittingEmptySubsequences: false)
    }
}
