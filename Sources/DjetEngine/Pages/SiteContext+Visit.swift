import DjetModel

extension SiteContext {
    /// Creates the context of a visit's page.
    init(_ visit: Visit) {
        self.init(visit, of: visit.site, in: visit.words)
    }

    /// Creates the context; `visit` is nil if the request failed before it became a visit.
    init(_ visit: Visit?, of site: Site, in words: Words) {
        let signIn = visit?.tree.node(ofBasetype: "sign-in")?.path
        self.init(
            name: site.name,
            here: visit?.node.path ?? "/",
            address: visit.map(Self.address) ?? "/",
            menu: visit.map { Self.menu($0) } ?? [],
            branch: visit.map { Self.branch($0) } ?? [],
            user: visit?.user.map { Person(name: $0.name, fullName: $0.fullName) },
            isConfined: visit?.isConfined ?? false,
            findPath: visit.flatMap(Self.findPath),
            csrf: visit?.formSession?.csrf,
            signInPath: signIn,
            signOutPath: visit?.session == nil ? nil : signIn.map { "\($0)/out" },
            accountPath: visit?.tree.node(ofBasetype: "account")?.path,
            assetsPath: visit?.tree.node(ofBasetype: "assets")?.path ?? "/assets",
            language: words.language)
    }

    private static func address(of visit: Visit) -> String {
        let rest = visit.place.rest.map { "/" + Percent.encoded($0) }.joined()
        return visit.node.path == "/" && !rest.isEmpty ? rest : visit.node.path + rest
    }

    private static func findPath(_ visit: Visit) -> String? {
        guard let jobs = visit.tree.node(ofBasetype: "jobmachine"), visit.mayOpen(jobs) else { return nil }
        return "\(jobs.path == "/" ? "" : jobs.path)/find"
    }

    private static func menu(_ visit: Visit) -> [Link] {
        guard let root = visit.tree.find("/")?.node else { return [] }
        return links(below: root, visit, depth: 2)
    }

    private static func links(below node: Node, _ visit: Visit, depth: Int) -> [Link] {
        guard depth > 0 else { return [] }
        return visit.tree.children(of: node).filter { child in
            child.isInMenu && visit.mayOpen(child)
        }.map { child in
            Link(
                path: child.path, title: child.title, isHere: isOn(child, visit),
                children: links(below: child, visit, depth: depth - 1))
        }
    }

    private static func isOn(_ node: Node, _ visit: Visit) -> Bool {
        node.path == visit.node.path || visit.node.path.hasPrefix(node.path + "/")
    }

    private static func branch(_ visit: Visit) -> [Link] {
        (visit.place.branch + [visit.node]).filter { visit.rights(at: $0).contains(.view) }.map {
            Link(path: $0.path, title: $0.title, isHere: $0.path == visit.node.path, children: [])
        }
    }
}
