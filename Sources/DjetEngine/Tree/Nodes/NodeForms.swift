import DjetModel

/// The form that adds a node.
struct NewNodeForm: Codable, Sendable {
    /// The number of the parent node.
    var under: Node.ID
    /// The last part of its path.
    var name: String
    var basetype: String
    var title: String
    var position: Int?
    var inMenu: Bool?
    /// The values of its columns as typed: `12.5`, `true`.
    var columns: [String: String]?
    var redirectTo: String?
    var redirectStatus: Int?
}

/// The form that changes a node; missing fields stay as they are.
struct NodeForm: Codable, Sendable {
    var title: String?
    var position: Int?
    var inMenu: Bool?
    /// The values of its columns as typed; blank for null.
    var columns: [String: String]?
    /// The path to redirect to; blank for none.
    var redirectTo: String?
    var redirectStatus: Int?
}

/// The form that moves a node; missing fields stay as they are.
struct MoveForm: Codable, Sendable {
    var parent: Node.ID?
    var name: String?
    var position: Int?
}

/// The form that removes a node, with its branch if `branch` is true.
struct RemovalForm: Codable, Sendable {
    var branch: Bool?
}

/// The form that sets the rights of a role.
struct RuleForm: Codable, Sendable {
    var role: String
    /// The rights; none if it is missing.
    var rights: Set<Right>?
}

/// The role whose rule is removed.
struct RoleForm: Codable, Sendable {
    var role: String
}

/// A removed node's path, and the number of nodes removed.
struct Removal: Codable, Sendable {
    var path: String
    var removed: Int
}
