import DjetModel

/// The form of a new node.
struct NewNodePage: Codable, Sendable {
    struct Kind: Codable, Sendable {
        var name: String
        var title: String
        /// The path of a singleton's one node, if it exists.
        var takenAt: String?
    }

    /// The parent of the new node.
    var under: Node.ID
    var underPath: String
    /// The basetypes that the visitor may expose.
    var basetypes: [Kind]
    /// The chosen basetype; nil before the choice.
    var basetype: Kind?
    var isChosen: Bool
    /// The columns of the chosen basetype.
    var fields: [NodeField]
    var parents: [NodeField.Choice]
    var statuses: [NodeField.Choice]
    var name = ""
    var nodeTitle = ""
    var redirectTo = ""
    var isHidden = false
    /// The reason why the node could not be added.
    var fault: String?

    /// Throws `ModelError`: `.notFound` for a basetype that does not exist, `.forbidden` for one that the
    /// visitor may not expose.
    init(under: Node, basetype: String?, _ visit: Visit) throws {
        let tree = visit.tree
        self.under = under.id
        underPath = under.path
        let held = tree.root.map { visit.rights(at: $0) } ?? []
        let open = tree.basetypes.values.filter { $0.exposedBy.map(held.contains) ?? true }
        let kinds = open.sorted { $0.title < $1.title }.map { basetype in
            Kind(
                name: basetype.name, title: basetype.title,
                takenAt: basetype.isSingleton ? tree.node(ofBasetype: basetype.name)?.path : nil)
        }
        basetypes = kinds
        self.basetype = try basetype.map { name in
            guard let kind = kinds.first(where: { $0.name == name }) else {
                throw tree.basetypes[name] == nil
                    ? ModelError.notFound("there is no basetype “\(name)”")
                    : ModelError.forbidden("you may not expose what a node of basetype \(name) shows")
            }
            return kind
        }
        isChosen = basetype != nil
        fields = basetype.flatMap { tree.basetypes[$0] }?.columns.map { NodeField($0, "", visit) } ?? []
        parents = NodePage.parents(selected: under.id, outside: nil, in: tree, visit)
        statuses = NodePage.statuses(selected: 308)
    }

    /// Keeps the submitted values, and the fault.
    mutating func keep(_ form: NewNodeForm, fault: String) {
        self.fault = fault
        name = form.name
        nodeTitle = form.title
        redirectTo = form.redirectTo ?? ""
        isHidden = form.inMenu == false
        for index in fields.indices {
            fields[index].value = form.columns?[fields[index].name] ?? ""
        }
    }
}
