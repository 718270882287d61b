import DjetModel
import DjetStore

/// Writes one row, in a transaction of its own.
struct Note: ModelFunction {
    static let name = "bench.note"
    static let queue = "bench"
    var number: Int

    func run(in model: Model) async throws -> Int {
        try await model.database.post(
            "insert into bench.note (job, number) values (\(model.job?.ticket.number), \(number))")
        try model.service(Tally.self).count()
        return number
    }
}

/// Writes one row, in a transaction with 49 others.
struct GroupedNote: ModelFunction {
    static let name = "bench.grouped-note"
    static let queue = "bench"
    static let commit = Commit.atomic(group: 50)
    var number: Int

    func run(in model: Model) async throws -> Int { try await Note(number: number).run(in: model) }
}
