extension Bench {
    /// Work with a database of its own. Its figures are reported together.
    struct Piece {
        let name: String
        let abstract: String
        let run: (Bench) async throws -> Void
    }
}
