import DjetModel

/// Three steps, each of which happens exactly once.
struct Journey: Errand {
    static let name = "chaos.journey"
    static let commit = Commit.stepwise
    static let steps = ["pack", "travel", "arrive"]
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        var sum = 0
        for (index, step) in Self.steps.enumerated() {
            sum += try await model.step(step) { model in
                try await model.leaveEffect(ofStep: step)
                try await dawdle()
                return number * index
            }
        }
        // What the steps returned, in whichever attempt each was done: once the number, and twice.
        return sum - number
    }
}
