import DjetModel

/// Stays in a query until its time limit.
struct StayBriefly: ModelFunction {
    static let name = "bench.stay-briefly"
    static let queue = "bench"
    static let commit = Commit.detached
    static let retry = Retry.never
    static let timeout: Duration? = limit
    static let limit = Duration.milliseconds(100)
    var number: Int

    func run(in model: Model) async throws -> Nothing {
        try await Stay(number: number, isQuery: true).run(in: model)
    }
}
