/// Divides the work among roles, as a new site does by itself: adds the roles `sales`, `warehouse`,
/// `accounting` and `read-only`, and gives each its rights at the nodes of the business. On a site that is
/// older than these rules, everybody who is signed in may do everything there until then.
///
/// Roles that exist stay, and so do the rules of other roles, but for `users` and `operator`, which have no
/// rights there any more. Run again, it restores what it has set.
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

    /// Creates the division.
    public init() {}

    /// Sets the rules.
    public func run(in model: Model) async throws -> Output {
        let present = Set(try await model.roles().map(\.name))
        for (name, title) in BusinessRoles.titles where !present.contains(name) {
            try await model.addRole(name, title: title)
        }
        var paths: [String] = []
        for node in try await model.tree().nodes {
            let function = node.text("function")
            guard let rules = BusinessRoles.rules(ofBasetype: node.basetype, function: function) else {
                continue
            }
            for (role, rights) in rules.sorted(by: { $0.key < $1.key }) {
                _ = try await model.call(SetRule(node: node.id, role: role, rights: rights))
            }
            paths.append(node.path)
        }
        guard !paths.isEmpty else { throw ModelError.conflict("the tree has no node of the business") }
        return Output(paths: paths)
    }
}
