import DjetModel
import DjetStore

struct BuyBooks: ModelFunction {
    static let name = "library.buy-books"
    static let commit = Commit.stepwise
    static var signals: [String: any (Codable & Sendable).Type] { ["approval": Bool.self] }
    var books: [String]

    func run(in model: Model) async throws -> Int {
        let isApproved = try await model.signal("approval", as: Bool.self, within: .seconds(7 * 86_400))
        guard isApproved else { throw ModelError.conflict("the purchase is rejected") }
        for book in books {
            try await model.step("buy \(book)") { model in
                _ = try await model.database.query(
                    "update library.book set copies = copies + 1 where code = \(book)")
            }
        }
        return books.count
    }
}
