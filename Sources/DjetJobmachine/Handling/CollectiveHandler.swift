import DjetModel

/// A handler that can do several jobs with one call.
protocol CollectiveHandler: JobHandler {
    /// Does jobs together, and returns a result for each, in their order.
    func run(_ jobs: [Job], in model: Model) async throws -> [Result<Output, any Error>]
}

extension FunctionHandler: CollectiveHandler where Function: CollectiveFunction {
    /// Jobs whose arguments cannot be decoded fail, and the others run.
    func run(_ jobs: [Job], in model: Model) async throws -> [Result<Function.Output, any Error>] {
        let functions = jobs.map { job in Result { try Self.function(job.arguments) } }
        var results = try await Function.results(of: functions.compactMap { try? $0.get() }, in: model)[...]
        return functions.map { function in function.flatMap { _ in results.removeFirst() } }
    }
}
