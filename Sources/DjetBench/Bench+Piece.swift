extension Bench {
    /// Work that has a database to itself, and whose figures are reported together.
    struct Piece {
        let name: String
        let abstract: String
        let run: (Bench) async throws -> Void
    }
}
