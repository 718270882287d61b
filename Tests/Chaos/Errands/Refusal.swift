import DjetModel

/// An errand that does something and then throws: nothing of it may stay.
struct Refusal: Errand {
    static let name = "chaos.refusal"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        try await dawdle()
        throw ModelError.conflict("errand \(number) is one that is refused")
    }
}

/// An errand that needs one that is refused: it is lost with it, and never runs.
struct Appeal: Errand {
    static let name = "chaos.appeal"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        return value
    }
}
