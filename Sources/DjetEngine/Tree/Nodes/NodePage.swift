import DjetModel

/// A node, and what can be changed about it.
struct NodePage: Codable, Sendable {
    struct Rule: Codable, Sendable {
        var role: String
        var title: String
        var rights: [Right]
        /// The same as boxes to tick.
        var boxes: [NodeField.Choice]
    }

    struct InheritedRule: Codable, Sendable {
        var role: String
        var title: String
        var rights: [Right]
        /// The same as a sentence has it.
        var words: String
        /// From which node; nil if no rule says anything of the role.
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
    /// How many nodes lie below it.
    var below: Int
    var hasBranch: Bool
    var isRoot: Bool
    /// Whether the site needs it.
    var isKept: Bool
    var fields: [NodeField]
    /// The rules at it.
    var rules: [Rule]
    /// What decides for the other roles.
    var inherited: [InheritedRule]
    var parents: [NodeField.Choice]
    var statuses: [NodeField.Choice]
    /// Why a change was refused.
    var fault: String?
}
