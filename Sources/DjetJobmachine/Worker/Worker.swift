public import DjetModel
import DjetStore
import Foundation
import Logging
public import ServiceLifecycle

/// Waits for jobs, claims them and runs them, up to its slots at once.
///
/// It sleeps until a queue rings, a scheduled job is due, or a slot becomes free. Asked to stop, it claims no
/// more, lets what runs go on for the grace period, then hands the rest back to the line, where their
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
        /// Its number, once it has registered.
        var id: Int?
        var isStopping = false
        /// Whether there has been reason to look since it fell asleep.
        var hasRung = false
        var hasRungForLater = false
        /// Its duty on the listening connection.
        var duty: UInt64?
        var registration: CheckedContinuation<Void, any Error>?
        /// On how many beats to come there is something to add to the tally.
        var beatsToTally = 0
        /// How many workers of its queues registered before it, and whether there are others at all.
        var rank = 0
        var hasOthers = false
        /// The looks that are put off, by the channels that rang.
        var looks: [String: UInt64] = [:]
        var lastLook: UInt64 = 0
        /// Whether somebody looks after the jobs.
        var isOverseen = false
        /// When the worker last said something that may not have been heard.
        var lostWordAt = ContinuousClock.now
        /// Whether it reckons now and then because of that, and whether it is to do so now.
        var reckons = false
        var mustReckon = false
    }

    /// A worker for the functions that the model can name, and for other kinds of jobs.
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

    /// The kinds of jobs that it can run.
    public var kinds: [String] { handlers.kinds }

    /// Works until the service group shuts down or the task is cancelled.
    ///
    /// Throws `StoreError` if the database cannot be reached, has no queue, or refuses the worker when it begins. Later on
    /// it waits for the database to come back.
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
        // Not where everybody's code runs, which may keep that busy for long.
        try await withTaskExecutorPreference(Reactor.shared) { try await work(id) }
    }

    var isStopping: Bool { state.withLock({ $0.isStopping }) }

    private func stop() {
        state.withLock { $0.isStopping = true }
        endRegistration(.success(()))
        wakeUp()
    }

    /// Whatever it waits for, there is reason to look.
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
        // In a task of its own: what a worker has to say at its end must not be cancelled with it.
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

    /// Hands jobs back to the line. If their code still runs, since it does not hear that it is cancelled, the fence refuses
    /// whatever it does.
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
