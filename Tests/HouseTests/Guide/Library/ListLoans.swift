import DjetModel
import DjetStore

/// Writes the loans of a reader into a file.
struct ListLoans: ModelFunction {
    static let name = "library.list-loans"
    var reader: String

    func run(in model: Model) async throws -> File {
        let books = try await model.database.rows(
            "select book from library.loan where reader = \(reader) order by number", as: String.self)
        return try await model.storeFile(name: "loans.csv", mimeType: "text/csv; charset=utf-8") { file in
            for (index, book) in books.enumerated() {
                try await file.write("\(book)\n")
                await model.report(done: index + 1, of: books.count)
            }
        }
    }
}
