import DjetModel

/// A `.stepwise` errand of three steps, each of which happens exactly once.
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
        // The steps' values from any attempt add up to three times the number.
        return sum - number
    }
}
