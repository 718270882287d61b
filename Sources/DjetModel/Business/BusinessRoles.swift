/// The roles of the business, and their rights at its nodes: a site that is new begins with them, and
/// ``SetUpRoles`` gives them to one that is older.
package enum BusinessRoles {
    /// The roles and their titles.
    static let titles = [
        ("sales", "Sales"), ("warehouse", "Warehouse"), ("accounting", "Accounting"),
        ("read-only", "Read-only"),
    ]

    /// The roles that do something at the nodes of each basetype.
    private static let users: [String: Set<String>] = [
        "today": [], "orders": ["sales", "accounting"], "customers": ["sales", "accounting"],
        "products": ["sales", "warehouse"], "suppliers": ["warehouse", "accounting"],
        "price-lists": ["sales"], "invoices": ["accounting"], "stock": ["warehouse"],
        "shipping": ["warehouse"], "payments": ["accounting"], "reminders": ["accounting"],
        "ledger": ["accounting"], "tax-rates": ["accounting"],
    ]

    /// The roles that see the nodes of each basetype, beside those that do something there.
    private static let viewers: [String: Set<String>] = [
        "today": ["sales", "warehouse", "accounting"], "orders": ["warehouse"], "products": ["accounting"],
        "suppliers": ["sales"], "price-lists": ["accounting"], "invoices": ["sales"],
        "stock": ["sales", "accounting"], "shipping": ["sales", "accounting"], "reminders": ["sales"],
    ]

    /// The rules at a node that all roles see, and nobody else but administrators.
    package static let seenByAll = rules(users: [], viewers: Set(titles.map { $0.0 }))

    /// Returns the rights of each role at a node of a basetype; nil if it is none of the business, or has the
    /// rules of the node above it, as imports and exports do.
    ///
    /// - Parameter function: the function of a node that has one.
    package static func rules(ofBasetype basetype: String, function: String?) -> [String: Set<Right>]? {
        if basetype == "function" { return rules(ofFunction: function ?? "") }
        guard let users = users[basetype] else { return nil }
        return rules(users: users, viewers: viewers[basetype] ?? [])
    }

    /// A function at a node of its own is for those who do its subject.
    private static func rules(ofFunction name: String) -> [String: Set<Right>]? {
        guard Business.functions.contains(where: { $0.name == name }) else { return nil }
        return switch name.prefix(while: { $0 != "." }) {
        case "sales": rules(users: ["sales"], viewers: [])
        case "logistics": rules(users: ["warehouse"], viewers: [])
        default: rules(users: ["accounting"], viewers: [])
        }
    }

    private static func rules(users: Set<String>, viewers: Set<String>) -> [String: Set<Right>] {
        // Nobody has the rights of the nodes above, which are those of the whole site.
        var rules: [String: Set<Right>] = [Role.users: [], Role.operator: []]
        for (role, _) in titles {
            rules[role] = users.contains(role) ? [.view, .use] : []
            if viewers.contains(role) || role == "read-only" { rules[role] = [.view] }
        }
        return rules
    }
}
