import DjetModel
import DjetStore
import Foundation

struct RemindReaders: ModelFunction {
    static let name = "library.remind-readers"
    static let unique: Unique? = Unique()

    func run(in model: Model) async throws -> Int {
        let loans = try await model.database.rows(
            "select number, reader from library.mark_overdue(\(model.now))", as: OverdueLoan.self)
        _ = try await model.offload(loans.map { SendNotice(loan: $0.number, reader: $0.reader) })
        return loans.count
    }
}

private struct OverdueLoan: Decodable, Sendable {
    var number: Int64
    var reader: String
}
