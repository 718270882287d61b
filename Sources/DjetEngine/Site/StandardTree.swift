public import DjetModel

/// The nodes that every site begins with; an application adds its own.
public enum StandardTree {
    /// Returns the root, with everybody's rights below it, and the nodes of the shipped engines.
    public static func seeds(title: String) -> [NodeSeed] {
        let all = Set(Right.allCases)
        return [
            NodeSeed(
                "/", "directory", title: title,
                access: [
                    Role.everyone: [], Role.users: [.view, .use], Role.operator: [.view, .use],
                    Role.administrator: all,
                ]),
            NodeSeed("/tickets", "tickets", title: "My jobs", position: 70),
            NodeSeed(
                "/jobs", "jobmachine", title: "Jobs", position: 80,
                access: [Role.users: [], Role.operator: [.view, .use, .operate]]),
            NodeSeed(
                "/admin", "directory", title: "Administration", position: 90,
                access: [Role.users: [], Role.operator: []]),
            NodeSeed("/admin/nodes", "nodes", title: "Nodes", position: 10),
            NodeSeed("/admin/users", "users", title: "Users", position: 20),
            NodeSeed("/admin/audit", "audit", title: "Audit", position: 30),
        ] + quiet
    }

    /// The nodes that menus do not show.
    private static var quiet: [NodeSeed] {
        let open: [String: Set<Right>] = [Role.everyone: [.view, .use], Role.users: [.view, .use]]
        return [
            NodeSeed("/assets", "assets", title: "Assets", inMenu: false, access: open),
            NodeSeed("/sign-in", "sign-in", title: "Sign in", inMenu: false, access: open),
            NodeSeed("/approve", "approval", title: "Approval", inMenu: false, access: open),
            NodeSeed("/account", "account", title: "Account", inMenu: false),
            NodeSeed("/health", "health", title: "Health", inMenu: false, access: open),
            NodeSeed(
                "/metrics", "metrics", title: "Metrics", inMenu: false,
                access: [Role.users: [], Role.operator: [.view]]),
            NodeSeed("/openapi.json", "openapi", title: "OpenAPI", inMenu: false, access: open),
        ]
    }
}
