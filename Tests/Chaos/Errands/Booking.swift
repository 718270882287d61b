import DjetModel

/// An `.atomic` errand, which happens exactly once.
struct Booking: Errand {
    static let name = "chaos.booking"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        try await dawdle()
        return value
    }
}
