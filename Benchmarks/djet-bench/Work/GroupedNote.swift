import DjetModel

/// Writes one row, in a transaction with 49 others.
struct GroupedNote: ModelFunction {
    static let name = "bench.grouped-note"
    static let queue = "bench"
    static let commit = Commit.atomic(group: 50)
    var number: Int

    func run(in model: Model) async throws -> Int { try await Note(number: number).run(in: model) }
}
