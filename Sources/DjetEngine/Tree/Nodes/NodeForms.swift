import DjetModel

/// What is asked of somebody who adds a node.
struct NewNodeForm: Codable, Sendable {
    /// The number of the node that it goes under.
    var under: Node.ID
    /// The last part of its path.
    var name: String
    var basetype: String
    var title: String
    var position: Int?
    var inMenu: Bool?
    /// What its columns hold, as typed: `12.5`, `true`.
    var columns: [String: String]?
    var redirectTo: String?
    var redirectStatus: Int?
}

/// What a node says; what is missing stays.
struct NodeForm: Codable, Sendable {
    var title: String?
    var position: Int?
    var inMenu: Bool?
    /// What its columns hold, as typed; blank for nothing.
    var columns: [String: String]?
    /// Blank for none.
    var redirectTo: String?
    var redirectStatus: Int?
}

/// Where a node goes; what is missing stays.
struct MoveForm: Codable, Sendable {
    var parent: Node.ID?
    var name: String?
    var position: Int?
}

/// Whether the nodes below are removed as well.
struct RemovalForm: Codable, Sendable {
    var branch: Bool?
}

/// What a role may do.
struct RuleForm: Codable, Sendable {
    var role: String
    /// Nothing if there are none.
    var rights: Set<Right>?
}

/// Whose rule it is.
struct RoleForm: Codable, Sendable {
    var role: String
}

/// What was removed.
struct Removal: Codable, Sendable {
    var path: String
    var removed: Int
}
