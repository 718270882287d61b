import DjetModel

struct Refund: ModelFunction {
    static let name = "shop.refund"
    static let commit = Commit.stepwise
    var order: Int

    func run(in model: Model) async throws -> String {
        let isApproved = try await model.signal("approval", as: Bool.self, within: .seconds(7 * 86_400))
        guard isApproved else { throw ModelError.conflict("the refund of order \(order) is rejected") }
        return try await model.step("refund") { _ in "order \(order) is refunded" }
    }
}
