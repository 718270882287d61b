import DjetJSON
import DjetStore

/// A node as a row of the database.
struct NodeRow: Decodable, Sendable {
    var id: Int64
    var parent: Int64?
    var path: String
    var basetype: String
    var title: String
    var position: Int
    var inMenu: Bool
    var columns: [String: JSONValue]
    var redirectTo: String?
    var redirectStatus: Int?
    /// The node's rules, if the query asks for them.
    var access: [String: Set<Right>]?

    var node: Node {
        Node(
            id: id, parent: parent, path: path, basetype: basetype, title: title, position: position,
            isInMenu: inMenu, columns: columns,
            redirect: redirectTo.map { Redirect(to: $0, status: redirectStatus ?? 308) })
    }
}
