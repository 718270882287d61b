import DjetModel

/// The state that all attempts of a worker share.
final class WorkerContext: Sendable {
    let model: Model
    let handlers: Handlers
    /// The middleware around each attempt, the outermost first.
    let middleware: [any JobMiddleware]
    /// The secrets of the functions.
    let secrets: HandledSecrets
    let completions: Completions
    let isStopping: @Sendable () -> Bool
    /// The most bytes of JSON in a reply, or in the value of a step.
    let replyLimit: Int
    /// The log of failures of jobs.
    let failures: FailureLog
    /// True if every attempt is a span, not only those of jobs that carry a trace.
    private let tracesAll = JobEnvironment.tracesAll
    private let send: WorkerState.Sender

    init(
        model: Model, handlers: Handlers, middleware: [any JobMiddleware] = [], completions: Completions,
        replyLimit: Int, failures: FailureLog, isStopping: @escaping @Sendable () -> Bool,
        send: @escaping WorkerState.Sender
    ) {
        self.model = model
        self.handlers = handlers
        self.middleware = middleware
        secrets = HandledSecrets(model)
        self.completions = completions
        self.replyLimit = replyLimit
        self.failures = failures
        self.isStopping = isStopping
        self.send = send
    }

    /// Returns true if the attempt at a job is a span.
    func traces(_ job: Job) -> Bool {
        tracesAll || job.environment.trace != nil && JobEnvironment.isTraced
    }

    /// Attempts a job, together with waiting jobs of its kind if its handler commits in groups.
    func attend(to job: Job, _ runners: Runners) async {
        let attempt = Attempt(job: job, context: self, runners: runners)
        if let fault = job.fault { return await attempt.park(as: .unreadable(fault)) }
        guard let handler = handlers[job.kind] else {
            return await attempt.park(as: .unknownKind(job.kind, among: handlers.kinds))
        }
        if handler.commit.groupSize > 1, !job.isAlone {
            let others = runners.takeOthers(like: job, atMost: handler.commit.groupSize - 1)
            if !others.isEmpty {
                let jobs = [job] + others
                await GroupAttempt(jobs: jobs, handler: handler, context: self, runners: runners).run()
                return tellOfMembers(jobs)
            }
        }
        await attempt.run(handler)
        // The answers of detached jobs are stored later.
        if handler.commit != .detached { tellOfMembers([job]) }
    }

    /// Tells of jobs of groups, which have ended or come back.
    private func tellOfMembers(_ jobs: [Job]) {
        if jobs.contains(where: \.isMember) { send(.memberEnded) }
    }
}
