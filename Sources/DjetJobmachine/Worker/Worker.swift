public import DjetModel
import DjetStore
import Foundation
import Logging
public import ServiceLifecycle

/// A worker: waits for jobs, claims them and runs them, up to its slots at once.
///
/// It sleeps until a queue rings, a scheduled job is due, or a slot becomes free. Asked to stop, it claims no
/// more, lets running jobs go on for the grace period, then hands the rest back to the line, where their
/// attempts do not count.
public final class Worker: Service {
    let configuration: WorkerConfiguration
    let model: Model
    let handlers: Handlers
    let runners: Runners
    let completions: Completions
    let state: Guarded<State>
    let wakeUps: AsyncStream<Void>
    let wake: AsyncStream<Void>.Continuation

    struct State {
        /// The worker's number, once registered.
        var id: Int?
        var isStopping = false
        /// True if it has been woken since it fell asleep.
        var hasRung = false
        var hasRungForLater = false
        /// The number of its duty on the listening connection.
        var duty: UInt64?
        var registration: CheckedContinuation<Void, any Error>?
        /// The number of coming beats that must add to the tally.
        var beatsToTally = 0
        /// The number of workers of its queues that registered before it, and true if there are others at
        /// all.
        var rank = 0
        var hasOthers = false
        /// The postponed looks, by the channels that rang.
        var looks: [String: UInt64] = [:]
        var lastLook: UInt64 = 0
        /// True while a task looks after the jobs.
        var isOverseen = false
        /// The last time at which a word of the worker may not have arrived.
        var lostWordAt = ContinuousClock.now
        /// True while it reconciles because of that, and true if it must do so now.
        var reckons = false
        var mustReckon = false
    }

    /// Creates a worker for the functions that the model can name, and for other kinds of jobs.
    public init(
        _ model: Model, handlers: [any JobHandler] = [],
        configuration: WorkerConfiguration = WorkerConfiguration()
    ) {
        self.model = model
        self.configuration = configuration
        self.handlers = Handlers(model.functions, handlers)
        let state = Guarded(State())
        self.state = state
        let (wakeUps, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.wakeUps = wakeUps
        self.wake = wake
        let failures = FailureLog(model.logger)
        let completions = Completions(model, failures) {
            wake.yield()
        } worker: {
            state.withLock({ $0.id }) ?? 0
        }
        self.completions = completions
        let desk = Desk(
            model: model, handlers: self.handlers, completions: completions,
            replyLimit: configuration.replyLimit, failures: failures,
            isStopping: { state.withLock({ $0.isStopping }) })
        runners = Runners(slots: configuration.slots) {
            wake.yield()
        } work: { job, runners in
            await desk.attend(to: job, runners)
        }
    }

    /// The kinds of jobs that it can run, sorted.
    public var kinds: [String] { handlers.kinds }

    /// Works until the service group shuts down or the task is cancelled.
    ///
    /// Throws `StoreError` if the database cannot be reached, has no queue, or refuses the worker at the
    /// start. Later it waits for the database to come back.
    public func run() async throws {
        try await withGracefulShutdownHandler {
            try await withTaskCancellationHandler {
                try await registerAndWork()
            } onCancel: {
                stop()
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private func registerAndWork() async throws {
        _ = try await model.store.punctual.query(model.queue.promote(configuration.queues))
        guard let id = try await register() else { return }
        model.logger.info("the worker waits for jobs", metadata: ["worker": "\(id)"])
        // On the reactor: jobs may keep the default executor busy for long.
        try await withTaskExecutorPreference(Reactor.shared) { try await work(id) }
    }

    var isStopping: Bool { state.withLock({ $0.isStopping }) }

    private func stop() {
        state.withLock { $0.isStopping = true }
        endRegistration(.success(()))
        wakeUp()
    }

    /// Wakes the worker to look for jobs, whatever it waits for.
    func wakeUp() {
        state.withLock { $0.hasRung = true }
        wake.yield()
    }

    private func work(_ id: Int) async throws {
        let companions = [
            Task(executorPreference: Reactor.shared) { await self.hearQueues() },
            Task(executorPreference: Reactor.shared) { await self.hearCancellations(id) },
            Task(executorPreference: Reactor.shared) { await self.watchOthers(id) },
        ]
        await Task(executorPreference: Reactor.shared) { await self.claimUntilStopped(id) }.value
        await release(runners.close().map { ($0.ticket.number, $0.attempt) }, of: id)
        _ = await runners.settle(within: configuration.grace)
        // In a task of its own, since the worker's last words must not be cancelled with it.
        await Task(executorPreference: Reactor.shared) { [self] in
            await handBackWhatRuns(id)
            await completions.settle(within: configuration.grace)
            for companion in companions { companion.cancel() }
            for companion in companions { await companion.value }
            await unregister(id)
        }.value
    }

    private func handBackWhatRuns(_ id: Int) async {
        let rest = runners.jobs
        guard !rest.isEmpty else { return }
        model.logger.info("handing jobs back", metadata: ["count": "\(rest.count)"])
        runners.cancel(rest.map(\.id))
        if await !runners.settle(within: .seconds(2)) { await release(runners.jobs, of: id) }
    }

    /// Hands jobs back to the line. If the code of one ignores its cancellation and still runs, the fence
    /// refuses whatever it does.
    func release(_ jobs: [(id: Int64, attempt: Int)], of id: Int) async {
        guard !jobs.isEmpty else { return }
        let statement = model.queue.release(worker: id, ids: jobs.map(\.id), attempts: jobs.map(\.attempt))
        let channels = configuration.queues.map { model.queue.channel(of: $0) }
        do {
            _ = try await model.store.punctual.withConnection { connection in
                try await connection.exchangeToTheEnd([[statement], [Connection.ring(channels)]])
            }[0].get()
        } catch {
            model.logger.warning("jobs were not handed back", metadata: ["error": "\(error)"])
            reckonSoon()
        }
    }
}
