import DjetModel

struct AskForBooks: ModelFunction {
    static let name = "library.ask-for-books"
    static let commit = Commit.stepwise
    var books: [String]

    func run(in model: Model) async throws -> Int {
        guard let ticket = model.job?.ticket else { throw ModelError.invalid("offload it") }
        let week = Duration.seconds(7 * 86_400)
        let path = try await model.step("ask") { model in
            try await model.addApproval(
                "approval", of: ticket, asking: "Buy \(books.count) books?", within: week)
        }
        await model.report(done: 1, of: 2, note: path)
        do {
            guard try await model.signal("approval", as: Bool.self, within: week) else { return 0 }
        } catch is SignalTimeout {
            return 0
        }
        let purchase = try await model.offload(BuyBooks(books: books), on: "purchases")
        try await model.sendSignal("approval", true, to: purchase.id)
        return books.count
    }
}
