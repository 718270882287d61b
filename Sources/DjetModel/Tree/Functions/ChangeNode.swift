import DjetStore
import Foundation

/// Changes what a node says. What is nil stays as it is.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such node, ``ModelError/invalid(_:)`` for a value
///   that does not fit; the message names the column, ``ModelError/forbidden(_:)`` for who does not manage it, or may
///   not expose what it would show.
public struct ChangeNode: ModelFunction {
    /// `tree.change-node`.
    public static let name = "tree.change-node"

    /// Which node.
    public var node: Node.ID
    /// What people read.
    public var title: String?
    /// Its place among its siblings.
    public var position: Int?
    /// Whether menus show it.
    public var inMenu: Bool?
    /// The columns to change; one that is null is taken away.
    public var columns: [String: JSONValue]?
    /// Where it sends its visitors; an empty text ends that.
    public var redirectTo: String?
    /// With which status it sends them; 308 unless told otherwise.
    public var redirectStatus: Int?

    /// A change.
    public init(
        node: Node.ID, title: String? = nil, position: Int? = nil, inMenu: Bool? = nil,
        columns: [String: JSONValue]? = nil, redirectTo: String? = nil, redirectStatus: Int? = nil
    ) {
        self.node = node
        self.title = title
        self.position = position
        self.inMenu = inMenu
        self.columns = columns
        self.redirectTo = redirectTo
        self.redirectStatus = redirectStatus
    }

    /// Changes it and returns it.
    public func run(in model: Model) async throws -> Node {
        try NodeRange.check(position: position, status: redirectStatus)
        let columns = try columns.map { try JSONParameter($0) }
        let changed = try await model.node(
            """
            select * from djet.change_node(
              \(node), \(title), \(position)::integer, \(inMenu)::boolean, \(columns)::jsonb, \(redirectTo),
              \(redirectStatus)::integer, \(model.user), \(model.token))
            """)
        try await model.audit("node.change", changed.path, detail: said)
        return changed
    }

    /// What was to be changed, without the texts of columns, which may be long.
    private var said: [String: JSONValue] {
        var said: [String: JSONValue] = [:]
        said["title"] = title.map(JSONValue.text)
        said["position"] = position.map { .number(Decimal($0)) }
        said["inMenu"] = inMenu.map(JSONValue.flag)
        said["columns"] = columns.map { .list($0.keys.sorted().map(JSONValue.text)) }
        said["redirectTo"] = redirectTo.map(JSONValue.text)
        said["redirectStatus"] = redirectStatus.map { .number(Decimal($0)) }
        return said
    }
}
