import DjetModel
import DjetStore
import Foundation

struct LendBook: ModelFunction {
    static let name = "library.lend-book"
    var book: String
    var reader: String

    func run(in model: Model) async throws -> Loan {
        let free = try await model.database.first(
            "select copies - lent from library.book where code = \(book) for update", as: Int.self)
        guard let free else { throw ModelError.notFound("there is no book \(book)") }
        guard free > 0 else { throw ModelError.conflict("all copies of \(book) are lent") }
        try await model.database.post("update library.book set lent = lent + 1 where code = \(book)")
        let loan: Loan? = try await model.database.first(
            """
            insert into library.loan (book, reader, due_at)
            values (\(book), \(reader), \(model.now + 28 * 86_400))
            returning number, due_at
            """)
        guard let loan else { throw ModelError.unavailable("the loan was made but not returned") }
        return loan
    }
}

struct Loan: Codable, Sendable, Equatable {
    var number: Int64
    var dueAt: Date
}
