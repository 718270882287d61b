/// Divides the work among roles: adds the roles `sales`, `warehouse`, `accounting` and `read-only`, and gives
/// each its rights at the nodes of the business. Until then, everybody who is signed in may do everything
/// there.
///
/// Roles that exist stay, and so do the rules of other roles. Run again, it restores what it has set.
///
/// - Throws: ``ModelError/forbidden(_:)`` if the acting user may not set the rules,
///   ``ModelError/conflict(_:)`` if the tree has no node of the business.
public struct SetUpRoles: ModelFunction {
    /// The name `sales.set-up-roles`.
    public static let name = "sales.set-up-roles"

    /// The paths whose rules were set.
    public struct Output: Codable, Sendable, Equatable {
        /// The paths, in the order of the tree.
        public let paths: [String]
    }

    /// The roles and their titles.
    private static let roles = [
        ("sales", "Sales"), ("warehouse", "Warehouse"), ("accounting", "Accounting"),
        ("read-only", "Read-only"),
    ]

    /// The roles that do something at the nodes of each basetype.
    private static let users: [String: Set<String>] = [
        "today": [], "orders": ["sales", "accounting"], "customers": ["sales", "accounting"],
        "products": ["sales", "warehouse"], "suppliers": ["warehouse", "accounting"],
        "price-lists": ["sales"], "invoices": ["accounting"], "stock": ["warehouse"],
        "shipping": ["warehouse"], "payments": ["accounting"], "reminders": ["accounting"],
        "ledger": ["accounting"],
    ]

    /// The roles that see the nodes of each basetype, beside those that do something there.
    private static let viewers: [String: Set<String>] = [
        "today": ["sales", "warehouse", "accounting"], "orders": ["warehouse"], "products": ["accounting"],
        "suppliers": ["sales"], "price-lists": ["accounting"], "invoices": ["sales"],
        "stock": ["sales", "accounting"], "shipping": ["sales", "accounting"], "reminders": ["sales"],
    ]

    /// Creates the division.
    public init() {}

    /// Sets the rules.
    public func run(in model: Model) async throws -> Output {
        let present = Set(try await model.roles().map(\.name))
        for (name, title) in Self.roles where !present.contains(name) {
            try await model.addRole(name, title: title)
        }
        var paths: [String] = []
        for node in try await model.tree().nodes {
            guard let rules = Self.rules(at: node) else { continue }
            for (role, rights) in rules.sorted(by: { $0.key < $1.key }) {
                _ = try await model.call(SetRule(node: node.id, role: role, rights: rights))
            }
            paths.append(node.path)
        }
        guard !paths.isEmpty else { throw ModelError.conflict("the tree has no node of the business") }
        return Output(paths: paths)
    }

    /// Returns the rights of each role at a node; nil if it is none of the business.
    private static func rules(at node: Node) -> [String: Set<Right>]? {
        if node.basetype == "function" { return rules(ofFunction: node.text("function") ?? "") }
        guard let users = users[node.basetype] else { return nil }
        return rules(users: users, viewers: viewers[node.basetype] ?? [])
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
        var rules: [String: Set<Right>] = [Role.users: []]
        for (role, _) in roles {
            rules[role] = users.contains(role) ? [.view, .use] : []
            if viewers.contains(role) || role == "read-only" { rules[role] = [.view] }
        }
        return rules
    }
}
