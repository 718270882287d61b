import DjetModel

/// The session, token and rights that a lasting visit began with, to check later if the visitor still has
/// them.
struct Pass: Sendable {
    let session: Int64?
    let token: Int64?
    private let tokenRights: Set<Right>?
    private let below: String?
    private let node: Node.ID
    private let rights: Set<Right>
    /// The number of losses of rights heard of before the visitor was looked up.
    let heard: UInt64

    init(_ visit: Visit) {
        self.init(
            session: visit.session?.id, bearer: visit.visitor.bearer, node: visit.node.id,
            rights: visit.rights,
            heard: visit.heard)
    }

    init(session: Int64?, bearer: Bearer? = nil, node: Node.ID, rights: Set<Right>, heard: UInt64) {
        self.session = session
        token = bearer?.id
        tokenRights = bearer?.rights
        below = bearer?.below
        self.node = node
        self.rights = rights
        self.heard = heard
    }

    /// Returns true if the visitor still has all the rights that they came with.
    ///
    /// - Parameter roles: their roles now; nil if their session or token is over, or they are disabled.
    func isGood(roles: Set<String>?, in tree: Tree) -> Bool {
        guard let roles, let node = tree.node(node) else { return false }
        let now = tree.rights(at: node, roles: roles)
        guard let tokenRights else { return now.isSuperset(of: rights) }
        return Bearer.limit(now, to: tokenRights, below: below, at: node.path).isSuperset(of: rights)
    }
}
