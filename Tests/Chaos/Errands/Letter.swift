import DjetModel

/// A `.detached` errand, which happens at least once.
struct Letter: Errand {
    static let name = "chaos.letter"
    static let commit = Commit.detached
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveDetachedEffect()
        try await dawdle()
        return value
    }
}
