public import DjetJSON
import DjetStore
import Foundation

/// Changes a node. Properties that are nil stay as they are.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such node, ``ModelError/invalid(_:)`` for a value
///   that does not fit (the message names the column), ``ModelError/forbidden(_:)`` if the user does not
///   manage the node, or may not expose its new content.
public struct ChangeNode: ModelFunction {
    /// `tree.change-node`.
    public static let name = "tree.change-node"

    /// The node to change.
    public var node: Node.ID
    /// The title for people.
    public var title: String?
    /// Its place among its siblings.
    public var position: Int?
    /// True if menus are to show it.
    public var inMenu: Bool?
    /// The columns to change; a null value removes the column.
    public var columns: [String: JSONValue]?
    /// The target of its redirect; an empty text removes the redirect.
    public var redirectTo: String?
    /// The status of its redirect; 308 by default.
    public var redirectStatus: Int?

    /// Creates a change.
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

    /// Changes the node and returns it.
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

    /// The change as the audit notes it, without the texts of columns, which may be long.
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
