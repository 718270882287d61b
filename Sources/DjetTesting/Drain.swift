import DjetJobmachine
import DjetModel
import DjetStore
import Foundation

/// The work of a `drain()`.
struct Drain {
    private let model: Model
    private let limit: Duration
    private let end: ContinuousClock.Instant

    init(_ model: Model, limit: Duration) {
        var model = model
        // Each job runs on behalf of whoever offloaded it.
        (model.user, model.locale, model.tenant) = (nil, nil, nil)
        self.model = model
        self.limit = limit
        end = .now + limit
    }

    /// Works off the line, and returns the number of jobs that ended.
    func run() async throws -> Int {
        let ended = try await model.endedJobs
        let failed = Set(try await model.failedJobs())
        var queues = model.functions.queues.union(try await model.liveJobs().map(\.queue))
        _ = try await model.store.query(model.queue.promote(queues.sorted()))
        try await bringForward { _ in true }
        while let job = try await dueJob() {
            queues.insert(job.queue)
            try await work(on: queues)
            // One that has put itself off is left: the clock has not gone on.
            try await bringForward { $0.attempt == 0 }
        }
        let failures = try await model.failedJobs().filter { !failed.contains($0) }
        guard failures.isEmpty else { throw FailedJobs(jobs: failures) }
        return try await model.endedJobs - ended
    }

    /// Lets a worker work until no job is due. It is joined by others for queues that turn up meanwhile.
    private func work(on queues: Set<String>, beside others: Set<String> = []) async throws {
        let configuration = WorkerConfiguration(queues: queues.sorted(), slots: 1, grace: .seconds(1))
        let worker = model.workerUnderTest(configuration)
        let known = queues.union(others)
        try await withRunning(worker, model.logger) {
            while let job = try await dueJob() {
                if known.contains(job.queue) {
                    try await wait(for: job)
                } else {
                    try await work(on: [job.queue], beside: known)
                }
            }
        }
    }

    /// Returns the last job that is in the line or at work: those before it are done when it is, as a rule.
    /// Throws `OverdueTest` if there is one when the limit is over.
    private func dueJob() async throws -> JobSummary? {
        let paused = try await model.queues().filter(\.isPaused).map(\.name)
        let jobs = try await model.liveJobs()
        let last = jobs.last { job in
            job.status == .processing || job.status == .entered && !paused.contains(job.queue)
        }
        if last != nil, end <= .now { throw OverdueTest(limit: limit, jobs: jobs) }
        return last
    }

    /// Waits until a job has ended or is put off, at most a second: it may wait for a job of a queue that has
    /// turned up meanwhile, which rings nobody here.
    private func wait(for job: JobSummary) async throws {
        let (rings, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let subscription = model.store.listener.listen(to: [model.queue.channel(of: job.ticket)]) { ring in
            if ring != nil { tell.yield() } else { tell.finish() }
        }
        defer { withExtendedLifetime(subscription) {} }
        try await withAlarm(after: .seconds(1)) {
            for await _ in rings where try await !isUnderWay(job) { return }
            try Task.checkCancellation()
        } onAlarm: {
            tell.finish()
        }
    }

    private func isUnderWay(_ job: JobSummary) async throws -> Bool {
        try await model.liveJobs().contains { live in
            live.id == job.id && [.entered, .processing].contains(live.status)
        }
    }

    /// Lets scheduled jobs run now: those whose last attempt failed, and those whose time has come by the
    /// model's clock and to which a condition applies.
    private func bringForward(if applies: (JobSummary) -> Bool) async throws {
        for job in try await model.liveJobs() where job.status == .scheduled {
            let isDue = job.runAt <= model.now && applies(job)
            guard try await hasFailed(job) || isDue else { continue }
            try await model.retry(job.ticket)
        }
    }

    /// Returns true if a job waits since its last attempt failed, not since it snoozed.
    private func hasFailed(_ job: JobSummary) async throws -> Bool {
        try await model.attempts(of: job.ticket).last?.attempt == job.attempt
    }
}
