public import DjetModel

/// Somebody whom an application has signed in, with their rights at its page of jobs.
public struct JobsVisitor: Sendable {
    /// The name, as the log notes it, and on whose behalf jobs run that are run again.
    public var name: String
    /// The name that the page shows.
    public var fullName: String
    /// The rights: `view` shows jobs, `operate` cancels, retries and pauses, `arguments` shows arguments and
    /// replies, `signal` sends signals.
    public var rights: Set<Right>
    /// The tenants whose jobs alone they see; empty for all jobs.
    public var tenants: [String]

    /// Creates a visitor; by default one who sees the jobs of all tenants without their arguments.
    public init(
        _ name: String, fullName: String? = nil, rights: Set<Right> = [.view], tenants: [String] = []
    ) {
        self.name = name
        self.fullName = fullName ?? name
        self.rights = rights
        self.tenants = tenants
    }

    /// The user of the page. Each role is called as the one right that it gives.
    var user: User {
        User(id: 0, name: name, fullName: fullName, roles: Set(rights.map(\.rawValue)), tenants: tenants)
    }
}

extension Tree {
    /// Returns a tree of the jobs' page and its assets. Each right is given by the role that is called so.
    static func ofJobs(at path: String, name: String) -> Tree {
        let access = Dictionary(
            Right.allCases.map { ($0.rawValue, Set([$0])) }, uniquingKeysWith: { first, _ in first })
        let nodes = [
            Node(id: 1, path: "/", basetype: "directory", title: name, isInMenu: false),
            Node(id: 2, parent: 1, path: path, basetype: "jobmachine", title: "Jobs", isInMenu: false),
            Node(
                id: 3, parent: 2, path: "\(path)/assets", basetype: "assets", title: "Assets",
                isInMenu: false),
        ]
        return Tree(nodes.map { Entry($0, access: $0.id == 1 ? access : [:]) })
    }
}
