import DjetModel

/// Takes two steps, and waits for a signal between them if it should.
struct Steps: ModelFunction {
    static let name = "bench.steps"
    static let queue = "bench"
    static let commit = Commit.stepwise
    static let signal = "go"
    var number: Int
    var waits: Bool

    func run(in model: Model) async throws -> Int {
        let first = try await model.step("first") { _ in number }
        if waits {
            let mayGo = try await model.signal(Self.signal, as: Bool.self, within: .seconds(86_400))
            guard mayGo else { throw BenchError("a job was told not to go on") }
        }
        return try await model.step("last") { _ in first }
    }
}
