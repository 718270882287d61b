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
