import DjetModel

/// Happens exactly once: `.atomic`.
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
