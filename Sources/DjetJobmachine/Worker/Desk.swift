import DjetModel

/// What all attempts of a worker share.
final class Desk: Sendable {
    let model: Model
    let handlers: Handlers
    let completions: Completions
    let isStopping: @Sendable () -> Bool
    /// Whether anybody takes down spans.
    let isTraced = JobEnvironment.isTraced

    init(
        model: Model, handlers: Handlers, completions: Completions, isStopping: @escaping @Sendable () -> Bool
    ) {
        self.model = model
        self.handlers = handlers
        self.completions = completions
        self.isStopping = isStopping
    }

    /// Attempts a job; where its kind allows it, together with others that are at hand.
    func attend(to job: Job, _ runners: Runners) async {
        let attempt = Attempt(job: job, desk: self, runners: runners)
        guard let handler = handlers[job.kind] else { return await attempt.park() }
        if handler.commit.groupSize > 1 {
            let others = runners.takeOthers(like: job, atMost: handler.commit.groupSize - 1)
            if !others.isEmpty { return await attend(to: [job] + others, handler, runners) }
        }
        await attempt.run(handler)
    }

    private func attend(to jobs: [Job], _ handler: some JobHandler, _ runners: Runners) async {
        await GroupAttempt(jobs: jobs, handler: handler, desk: self, runners: runners).run()
        runners.end(jobs.dropFirst())
    }
}
