import DjetModel

/// The session, token, rights and tenants that a lasting visit began with, to check later if the visitor
/// still has them.
struct Pass: Sendable {
    let session: Int64?
    let token: Int64?
    private let tokenRights: Set<Right>?
    private let below: String?
    private let node: Node.ID
    private let rights: Set<Right>
    /// The tenants whose jobs alone the visitor may see; empty for all jobs.
    private let tenants: [String]
    /// The number of losses of rights heard of before the visitor was looked up.
    let heard: UInt64

    init(_ visit: Visit) {
        self.init(
            session: visit.session?.id, bearer: visit.visitor.bearer, node: visit.node.id,
            rights: visit.rights, tenants: visit.user?.tenants ?? [],
            heard: visit.heard)
    }

    init(
        session: Int64?, bearer: Bearer? = nil, node: Node.ID, rights: Set<Right>, tenants: [String] = [],
        heard: UInt64
    ) {
        self.session = session
        token = bearer?.id
        tokenRights = bearer?.rights
        below = bearer?.below
        self.node = node
        self.rights = rights
        self.tenants = tenants
        self.heard = heard
    }

    /// Returns true if the visitor still has all the rights that they came with, and may see the same jobs.
    ///
    /// - Parameter standing: their roles and tenants now; nil if their session or token is over, or they are
    ///   disabled.
    func isGood(_ standing: Standing?, in tree: Tree) -> Bool {
        guard let standing, let node = tree.node(node), standing.covers(tenants) else { return false }
        let now = tree.rights(at: node, roles: standing.roles)
        guard let tokenRights else { return now.isSuperset(of: rights) }
        return Bearer.limit(now, to: tokenRights, below: below, at: node.path).isSuperset(of: rights)
    }
}

extension Pass {
    /// The present roles and tenants of a visitor.
    struct Standing: Sendable {
        let roles: Set<String>
        /// The tenants to which they are confined; empty for no confinement.
        let tenants: [String]

        /// Returns true if the visitor may see all the jobs that somebody sees who is confined to these
        /// tenants.
        func covers(_ others: [String]) -> Bool {
            tenants.isEmpty || !others.isEmpty && Set(tenants).isSuperset(of: others)
        }
    }
}
