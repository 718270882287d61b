import DjetStore

extension Model {
    /// Returns the node that a statement selects. Throws `ModelError.notFound` if it selects none.
    func node(_ statement: Statement) async throws -> Node {
        guard let row = try await database.first(statement, as: NodeRow.self) else {
            throw ModelError.notFound("there is no such node")
        }
        return row.node
    }

    /// Returns the path of a node. Throws `ModelError.notFound`.
    func path(ofNode id: Node.ID) async throws -> String {
        let path = try await database.first("select path from djet.node where id = \(id)", as: String.self)
        guard let path else { throw ModelError.notFound("there is no node with the number \(id)") }
        return path
    }
}
