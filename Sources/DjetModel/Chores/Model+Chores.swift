import DjetJSON
import DjetStore

extension Model {
    /// Returns the chores of the parts by name, then Djet's own.
    public func chores() async throws -> [ChoreRecord] {
        try await database.rows(queue.chores)
    }

    /// Takes over the chores that a part declares. One that it no longer declares goes. Workers need this at
    /// their start; `Application` does it for its parts.
    ///
    /// Throws `ModelError.invalid` for values that no chore can have.
    public func declareChores(_ chores: [Chore], of part: String) async throws {
        let declarations = Dictionary(
            chores.map { ($0.name, Chore.Times($0)) }, uniquingKeysWith: { $1 })
        try await ask(queue.declareChores(of: part, JSON.text(of: declarations)))
    }
}
