public import DjetModel
import DjetStore
import Logging
public import ServiceLifecycle

/// A worker: waits for jobs, claims them and runs them, up to its slots at once.
///
/// It sleeps until a queue rings, a scheduled job is due, or a slot becomes free. Asked to stop, it claims no
/// more, lets running jobs go on for the grace period, then hands the rest back to the line, where their
/// attempts do not count.
///
/// It is one loop over events: `WorkerState` decides about each, and the worker performs what it says.
///
/// The tasks of the worker itself are children of one group. Those of jobs are not: the runners, a function
/// with a time limit, and the writers of reports, progress and answers. A group waits for its children, so
/// that one job whose code ignores its cancellation would keep the worker from ending; and a group cannot
/// cancel one of them alone. The worker instead waits for the event that no job runs, or that those which
/// run are given up.
public final class Worker: Service {
    let configuration: WorkerConfiguration
    let model: Model
    let handlers: Handlers
    let runners: Runners
    let completions: Completions
    let failures: FailureLog
    let registration: Registration
    let figures = WorkerFigures()
    private let chores: ChoreKeeper
    /// The queues that it claims from, with those that it has found in its branches.
    let queues: Guarded<[String]>
    /// The number of its last looks in succession that have found something uncertain.
    let doubts = Guarded(0)
    private let stopping: Guarded<Bool>
    private let events: AsyncStream<WorkerState.Event>
    private let continuation: AsyncStream<WorkerState.Event>.Continuation

    /// Creates a worker for the functions that the model can name, for other kinds of jobs, and for chores
    /// that have been declared.
    ///
    /// - Parameters:
    ///   - model: the environment of the jobs.
    ///   - handlers: the handlers of other kinds.
    ///   - chores: the chores that it may run.
    ///   - middleware: the code around each attempt, the outermost first.
    ///   - configuration: the settings.
    public init(
        _ model: Model, handlers: [any JobHandler] = [], chores: [Chore] = [],
        middleware: [any JobMiddleware] = [], configuration: WorkerConfiguration = WorkerConfiguration()
    ) {
        self.model = model
        self.configuration = configuration
        queues = Guarded(configuration.queueNames)
        self.handlers = Handlers(model.functions, handlers)
        let (events, continuation) = AsyncStream.makeStream(of: WorkerState.Event.self)
        (self.events, self.continuation) = (events, continuation)
        let send: WorkerState.Sender = { continuation.yield($0) }
        let stopping = Guarded(false)
        self.stopping = stopping
        let isStopping = { @Sendable in stopping.withLock { $0 } }
        let registration = Registration(model, configuration, isStopping: isStopping, send: send)
        self.registration = registration
        failures = FailureLog(model.logger)
        self.chores = ChoreKeeper(model, chores, failures, isStopping: isStopping)
        completions = Completions(model, failures, worker: { registration.number }, send: send)
        let context = WorkerContext(
            model: model, handlers: self.handlers, middleware: middleware, completions: completions,
            replyLimit: configuration.replyLimit, failures: failures, isStopping: isStopping, send: send)
        runners = Runners(slots: configuration.slots, send: send) { job, runners in
            await context.attend(to: job, runners)
        }
    }

    /// The kinds of jobs that it can run, sorted.
    public var kinds: [String] { handlers.kinds }

    var isStopping: Bool { stopping.withLock { $0 } }

    /// Works until the service group shuts down or the task is cancelled.
    ///
    /// Throws `StoreError` if the database cannot be reached, has no queue, or refuses the worker at the
    /// start. Later it waits for the database to come back.
    public func run() async throws {
        try await withGracefulShutdownHandler {
            try await withTaskCancellationHandler {
                try await registerAndWork()
            } onCancel: {
                stop(atOnce: true)
            }
        } onGracefulShutdown: {
            self.stop(atOnce: false)
        }
    }

    private func stop(atOnce: Bool) {
        stopping.withLock { $0 = true }
        registration.giveUp()
        send(.stopAsked(atOnce: atOnce))
    }

    private func registerAndWork() async throws {
        _ = try await model.store.punctual.query(model.queue.promote(queueNames))
        guard let id = try await registration.begin() else { return }
        model.logger.info(
            "the worker waits for jobs",
            metadata: ["worker": "\(id)", "queues": "\(configuration.queues.joined(separator: ","))"])
        // In a task of its own, since the worker's last words must not be cancelled with it. On the reactor:
        // jobs may keep the default executor busy for long.
        await Task(executorPreference: Reactor.shared) {
            await self.work(as: id)
            await self.registration.end()
        }.value
    }

    private func work(as id: Int) async {
        let rings = model.store.listener.listen(to: queueChannels) { self.hear($0) }
        let cancellations = model.store.listener.listen(to: [model.queue.channel(ofWorker: id)]) {
            if $0 != nil { self.send(.cancelAsked) }
        }
        send(.began)
        await withDiscardingTaskGroup { group in
            group.addTask { await self.watchOthers(id) }
            group.addTask { await self.chores.run(as: id) }
            group.addTask { await self.doDueChores(id) }
            let state = WorkerState(
                worker: id, queues: queueNames, hasBranches: configuration.hasBranches,
                grace: configuration.grace, at: .now)
            await handleEvents(state, in: &group)
            group.cancelAll()
        }
        withExtendedLifetime((rings, cancellations)) {}
    }

    private func handleEvents(_ state: WorkerState, in group: inout DiscardingTaskGroup) async {
        var state = state
        let alarm = Alarm { self.send(.due) }
        for await event in events {
            for action in state.handle(event, at: .now) {
                switch action {
                case .end: return
                case .close:
                    // At once, so that whatever follows finds no job that waits.
                    let waiting = runners.close()
                    group.addTask { await self.close(waiting) }
                case .sleepUntil(let time): alarm.set(at: time)
                default: group.addTask { await self.perform(action) }
                }
            }
        }
    }

    private func hear(_ ring: RingEvent?) {
        switch ring {
        case .began: send(.listened)
        case .rang(let channel, let word):
            let (queue, word) = model.queue.heard(on: channel, word)
            figures.noteRing(of: queue)
            send(.rang(queue: queue, saying: word))
        case nil: break
        }
    }

    func send(_ event: WorkerState.Event) {
        continuation.yield(event)
    }

    var queueNames: [String] { queues.withLock { $0 } }

    private var queueChannels: [String] {
        configuration.queues.flatMap { model.queue.channels(ofWorkersOf: $0) }
    }
}
