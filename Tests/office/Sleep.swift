import DjetModel

struct Sleep: ModelFunction {
    static let name = "sleep"
    static let queue = "slow"
    static let commit = Commit.detached
    static let timeout: Duration? = .seconds(90)
    var seconds: Double

    func run(in model: Model) async throws -> Double {
        await model.report(done: 1, of: 2, note: "asleep")
        try await Task.sleep(for: .seconds(seconds))
        return seconds
    }
}
