import DjetModel

/// An `.atomic` errand that expires: it happens exactly once if it begins in time, and never otherwise.
struct Offer: Errand {
    static let name = "chaos.offer"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        try await dawdle()
        return value
    }
}
