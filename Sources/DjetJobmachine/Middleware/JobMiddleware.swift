public import DjetModel

/// Code that runs around every attempt of a worker: it may see the job and its outcome, change the
/// environment, or refuse.
///
/// ```swift
/// struct OfficeHours: JobMiddleware {
///     func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
///         guard try model.service(Office.self).isOpen else { throw Snooze(for: .seconds(600)) }
///         return try await next(model.providing(Desk(of: job.user)))
///     }
/// }
/// ```
///
/// It runs where the handler runs: in its transaction if there is one, within its time limit, and in a group
/// behind the savepoint of its job. Its own writes are committed or undone with those of the handler. Neither
/// the commit nor an error of the commit is seen by it.
public protocol JobMiddleware: Sendable {
    /// Calls `next` once, in this environment or a changed one, and returns its reply; or throws, which fails
    /// the attempt as an error of the handler does.
    func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply
}

/// The reply of a handler, in plain. Only `next` makes one.
public struct JobReply: Sendable, Hashable {
    /// The reply as JSON.
    public let json: String
}

/// The rest of the way to the handler: further middleware, then the handler itself.
public struct NextHandler: Sendable {
    let attempt: Attempt
    let handler: any JobHandler
    let rest: ArraySlice<any JobMiddleware>

    /// Runs the rest in an environment. Throws the error of the handler, or of a middleware.
    public func callAsFunction(_ model: Model) async throws -> JobReply {
        guard let first = rest.first else {
            let job = try attempt.context.secrets.readable(attempt.job)
            return JobReply(json: try attempt.text(of: try await handler.run(job, in: model)))
        }
        let next = NextHandler(attempt: attempt, handler: handler, rest: rest.dropFirst())
        return try await first.handle(attempt.job, in: model, next: next)
    }
}
