import DjetModel

/// The handler of a model function, which decodes the function and runs it.
struct FunctionHandler<Function: ModelFunction>: JobHandler {
    var kind: String { Function.name }
    var commit: Commit { Function.commit }
    var retry: Retry { Function.retry }
    var timeout: Duration? { Function.timeout }

    func run(_ job: Job, in model: Model) async throws -> Function.Output {
        try await Self.function(job.arguments).run(in: model)
    }

    static func function(_ arguments: String) throws -> Function {
        do {
            return try Function.decoded(from: arguments)
        } catch  where Function.secret != .nothing {
            // The fault would be stored, and may repeat a value.
            throw ModelError.invalid(
                "the arguments do not fit \(Function.name): some are secret, and the fault is not told")
        }
    }
}
