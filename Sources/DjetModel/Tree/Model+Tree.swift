public import DjetJSON
import DjetStore

extension Model {
    /// Reads the tree as it is now.
    public func tree() async throws -> Tree {
        // One statement, so that no node is seen without its rules.
        let rows = try await database.rows(
            """
            select n.*, coalesce(a.access, '{}') as access
            from djet.node n
            left join (
              select node, jsonb_object_agg(role, to_jsonb(rights)) as access from djet.access group by node
            ) a on a.node = n.id
            """, as: NodeRow.self)
        let basetypes = try await database.rows(
            "select name, title, singleton, required, columns, exposed_by from djet.basetype",
            as: Basetype.self)
        return Tree(
            rows.map { Tree.Entry($0.node, access: $0.access ?? [:]) },
            basetypes: basetypes)
    }

    /// Stores the basetypes of the program's engines, as the program does when it starts.
    ///
    /// Throws `ModelError.conflict` if several nodes of a singleton exist.
    public func declareBasetypes(_ basetypes: [Basetype]) async throws {
        try await ask("select djet.declare_basetypes(\(try JSONParameter(basetypes))::jsonb)")
    }

    /// Stores the rights that exposing the program's functions takes, as web servers do when they start.
    public func declareFunctions() async throws {
        let rights = functions.names.map { ($0, functions[$0]?.exposedBy ?? .manage) }
        let known = Dictionary(rights, uniquingKeysWith: { $1 })
        try await ask("select djet.declare_functions(\(try JSONParameter(known))::jsonb)")
    }

    /// Plants a first tree if there is none, and returns the number of nodes made.
    ///
    /// It makes all nodes or none. Throws what ``AddNode`` throws.
    @discardableResult
    public func plant(_ seeds: [NodeSeed]) async throws -> Int {
        try await answer("select djet.plant(\(try JSONParameter(seeds))::jsonb)") ?? 0
    }

    /// Adds a node: ``AddNode``.
    @discardableResult
    public func addNode(_ seed: NodeSeed) async throws -> Node {
        try await call(AddNode(node: seed))
    }

    /// Moves a node with its branch: ``MoveNode``.
    @discardableResult
    public func moveNode(
        _ node: Node.ID, under parent: Node.ID? = nil, name: String? = nil, position: Int? = nil
    ) async throws -> Node {
        try await call(MoveNode(node: node, parent: parent, name: name, position: position))
    }

    /// Changes a node: ``ChangeNode``.
    @discardableResult
    public func changeNode(
        _ node: Node.ID, title: String? = nil, inMenu: Bool? = nil, columns: [String: JSONValue]? = nil,
        redirect: Redirect? = nil
    ) async throws -> Node {
        try await call(
            ChangeNode(
                node: node, title: title, inMenu: inMenu, columns: columns, redirectTo: redirect?.to,
                redirectStatus: redirect?.status))
    }

    /// Removes a node, or a whole branch, and returns the number of nodes removed: ``RemoveNode``.
    @discardableResult
    public func removeNode(_ node: Node.ID, branch: Bool = false) async throws -> Int {
        try await call(RemoveNode(node: node, branch: branch))
    }
}
