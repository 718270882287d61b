import DjetModel
import DjetStore
import Logging

/// One attempt at one job: sets up the environment, runs the handler, and ensures that the job ends or comes
/// back.
struct Attempt: Sendable {
    let job: Job
    let context: WorkerContext
    let runners: Runners
    let reporter: JobReporter

    init(job: Job, context: WorkerContext, runners: Runners) {
        self.job = job
        self.context = context
        self.runners = runners
        reporter = JobReporter(of: job, context)
    }

    var model: Model { context.model }

    func run(_ handler: some JobHandler) async {
        do {
            try await traced { try await work(handler) }
        } catch {
            let isHandedBack =
                Task.isCancelled && context.isStopping() && !(error is Snooze || error is SignalWait)
            await isHandedBack ? handBack() : end(after: error, handler.retry)
        }
    }

    // MARK: The span

    /// Runs `body` in the attempt's span, if it has one.
    func traced<Result>(_ body: () async throws -> Result) async throws -> Result {
        guard context.traces(job) else { return try await body() }
        return try await span().around(body)
    }

    /// Makes the span of an attempt that shared a call with others, if it has one.
    func traceAfterwards(since moment: JobSpan.Moment, _ error: (any Error)?) {
        if context.traces(job) { span(since: moment).end(after: error) }
    }

    private func span(since moment: JobSpan.Moment = JobSpan.Moment()) -> JobSpan {
        JobSpan(job.ticket, job.kind, attempt: job.attempt, job.environment, since: moment)
    }

    // MARK: The environment

    private func work(_ handler: some JobHandler) async throws {
        let model = environment
        switch handler.commit {
        case .atomic, .grouped: try await timed(handler) { try await runAtomic(handler, model) }
        case .stepwise: try await endStepwise(try await stepwiseReply(of: handler, in: model))
        case .detached:
            let reply = try await reply(of: handler, in: model)
            await storeRest()
            context.completions.add(
                .init(
                    ticket: job.ticket, kind: job.kind, attempt: job.attempt, reply: reply,
                    isMember: job.isMember))
        }
    }

    /// Runs the handler within its time limit, and returns its reply.
    func reply(of handler: some JobHandler, in model: Model) async throws -> String {
        try await timed(handler) { try await perform(handler, in: model) }
    }

    /// Runs the handler, within the middleware if there is any, and returns its reply as it is stored.
    private func perform(_ handler: some JobHandler, in model: Model) async throws -> String {
        let middleware = context.middleware
        guard !middleware.isEmpty || context.secrets.concern(job.kind) else {
            return try text(of: try await handler.run(job, in: model))
        }
        let next = NextHandler(attempt: self, handler: handler, rest: middleware[...])
        return try context.secrets.stored(try await next(model).json, of: job)
    }

    /// Returns the reply of a stepwise job. A wait for a signal wins, even if the handler has caught its
    /// error.
    private func stepwiseReply<Handler: JobHandler>(
        of handler: Handler, in model: Model
    ) async throws -> String {
        let steps = StepBook(of: jobContext, limit: context.replyLimit)
        var stepwise = model
        stepwise.steps = steps
        do {
            let text = try await reply(of: handler, in: stepwise)
            if let wait = steps.wait { throw wait }
            return text
        } catch {
            if let wait = steps.wait { throw wait }
            throw error
        }
    }

    /// Returns the handler's output in its stored form. Throws `ReplyError`.
    func text(of output: some Encodable) throws -> String {
        try ReplyError.text(of: output, "the reply", limit: context.replyLimit)
    }

    /// Runs `body` within the job's own time limit, or else the handler's. Throws `JobError.timedOut` after
    /// it.
    func timed<Result: Sendable>(
        _ handler: some JobHandler, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await within(
            job.environment.timeout.map { .bounded(seconds: $0) } ?? handler.timeout,
            onLimit: { runners.noteOverdue(job) }, body)
    }

    /// Stores the job's end and drops its steps, which nothing needs any more.
    private func endStepwise(_ reply: String) async throws {
        await reporter.close()
        let statements = end(with: reply) + [model.queue.dropSteps(of: job.ticket.number)]
        let outcomes = try await model.store.punctual.withConnection { connection in
            try await connection.exchangeUncancellably(
                [statements, [Connection.ring([model.queue.channel(of: job.ticket)])]], awaiting: 1)
        }
        _ = try outcomes[0].get()
    }

    /// Commits the handler's work, the job's end and its answer together. The ring follows in the same flush;
    /// if other jobs wait for this one's slot, it is sent together with theirs.
    private func runAtomic<Handler: JobHandler>(_ handler: Handler, _ model: Model) async throws {
        let scope = TransactionScope()
        defer { scope.end() }
        let tellsLater = runners.hasWaiting
        try await model.store.withConnection { connection in
            _ = try await connection.transaction(last: end(with:)) { connection in
                let reply = try await perform(handler, in: model.bound(to: connection, scope))
                try Task.checkCancellation()
                if !tellsLater { try await connection.ring([Ring(model.queue.channel(of: job.ticket))]) }
                await reporter.close()
                return reply
            }
        }
        if tellsLater { context.completions.tell(job.ticket) }
    }

    private func end(with reply: String) -> [Statement] {
        reporter.rest + [
            model.queue.replyOrRaise(
                worker: job.worker, id: job.ticket.number, attempt: job.attempt, reply: reply)
        ]
    }

    /// Stores the remaining log lines before the job's end, so that a caller told of the end sees all of
    /// them.
    private func storeRest() async {
        await reporter.close()
        let rest = reporter.rest
        if !rest.isEmpty { _ = try? await model.store.punctual.pipeline(rest) }
    }

    private var jobContext: JobContext {
        JobContext(
            ticket: job.ticket, worker: job.worker, attempt: job.attempt, schedule: job.environment.schedule,
            group: job.environment.group)
    }

    var environment: Model {
        var model = context.model
        model.user = job.environment.user
        model.locale = job.environment.locale ?? model.locale
        model.tenant = job.environment.tenant
        model.reporter = { [reporter] in reporter.report($0) }
        model.job = jobContext
        model.outcome = job.environment.outcome
        model.slotLender = runners
        model.logger.handler = JobLogHandler(model.logger.handler, [reporter])
        return model
    }
}

extension SQLState {
    /// The fence's refusal, raised by `jobmachine.reply_or_raise`.
    static let fenceRefused = SQLState(rawValue: "DJF01")
}
