import DjetModel

/// The handler of a model function, which decodes the function and runs it.
struct FunctionHandler<Function: ModelFunction>: JobHandler {
    var kind: String { Function.name }
    var commit: Commit { Function.commit }
    var retry: Retry { Function.retry }
    var timeout: Duration? { Function.timeout }

    func run(_ job: Job, in model: Model) async throws -> Function.Output {
        try await Function.decoded(from: job.arguments).run(in: model)
    }
}
