import DjetModel

/// A node and the forms that change it.
struct NodePage: Codable, Sendable {
    struct Rule: Codable, Sendable {
        var role: String
        var title: String
        var rights: [Right]
        /// The rights as check boxes.
        var boxes: [NodeField.Choice]
    }

    struct InheritedRule: Codable, Sendable {
        var role: String
        var title: String
        var rights: [Right]
        /// The rights in words.
        var words: String
        /// The path of the node whose rule decides; nil if no rule names the role.
        var from: String?
    }

    var id: Node.ID
    var parent: Node.ID?
    var path: String
    var name: String
    var title: String
    var basetype: String
    var kind: String
    var position: Int
    var isInMenu: Bool
    var redirectTo: String?
    var redirectStatus: Int?
    /// The number of nodes below it.
    var below: Int
    var hasBranch: Bool
    var isRoot: Bool
    /// True if the site needs the node: it cannot be removed.
    var isKept: Bool
    var fields: [NodeField]
    /// The rules set at the node.
    var rules: [Rule]
    /// The rules above that decide for the other roles.
    var inherited: [InheritedRule]
    var parents: [NodeField.Choice]
    var statuses: [NodeField.Choice]
    /// The reason why a change was refused.
    var fault: String?
}
