import DjetModel

/// Says nothing and ends, which shows the cost of draining the line.
struct Hush: ModelFunction {
    static let name = "bench.hush"
    static let queue = "drain"
    static let commit = Commit.detached
    var number: Int

    func run(in model: Model) async throws -> Int { number }
}
