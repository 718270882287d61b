import DjetStore

extension Model {
    /// The node that a statement returns.
    func node(_ statement: Statement) async throws -> Node {
        guard let row = try await database.first(statement, as: NodeRow.self) else {
            throw ModelError.notFound("there is no such node")
        }
        return row.node
    }
}
