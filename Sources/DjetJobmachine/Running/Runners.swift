import DequeModule
import DjetModel
import DjetStore

/// The tasks that run jobs, one for each slot. Jobs claimed beyond them wait in a tray, so that the next one
/// is at hand when one ends.
final class Runners: SlotLender {
    struct State {
        let slots: Int
        /// The number of taken slots.
        var active = 0
        /// The bytes of the jobs that were added and have not ended.
        var size = 0
        var tray = Tray()
        var running: [Int64: RunningJob] = [:]
        var runners: [Int: Task<Void, Never>] = [:]
        var lastRunner = 0
        var isClosed = false
        /// True if a claim waits to hear that there is room for more jobs.
        var isAsked = false
        /// True if somebody waits to hear that no job runs.
        var isIdleAwaited = false
    }

    /// The bytes of jobs beyond which no more are taken along.
    static let mostSize = 64 << 20
    /// The jobs after which a runner yields its thread to other tasks.
    private static let turn = 16

    let state: Guarded<State>
    private let work: @Sendable (Job, Runners) async -> Void
    private let send: WorkerState.Sender

    /// - Parameter work: does a job to its end, including failures.
    init(
        slots: Int, send: @escaping WorkerState.Sender,
        work: @escaping @Sendable (Job, Runners) async -> Void
    ) {
        state = Guarded(State(slots: slots))
        self.send = send
        self.work = work
    }

    /// The number of jobs to claim now. If it is 0, they send `roomFreed` once there is room.
    var room: Int {
        state.withLock { state in
            let room = state.room(.now)
            state.isAsked = room == 0
            return room
        }
    }

    /// Runs the jobs, in their order.
    func add(_ jobs: [Job]) {
        state.withLock { state in
            state.size += jobs.size
            state.tray.add(jobs, .now)
            startRunners(&state)
        }
    }

    /// Stops taking jobs out of the tray, and returns those that lie there.
    func close() -> [Job] {
        state.withLock { state in
            state.isClosed = true
            return state.noteGone(state.tray.takeAll())
        }
    }

    /// Lends the slot of a job that waits for other jobs.
    func lend() {
        change { state in
            state.active -= 1
            startRunners(&state)
        }
    }

    func takeBack() {
        state.withLock { $0.active += 1 }
    }

    /// Removes the next jobs of the tray while they are of the same kind, for the runner of `job`, which runs
    /// them along with it.
    func takeOthers(like job: Job, atMost count: Int) -> [Job] {
        state.withLock { state in
            guard let runner = state.running[job.ticket.number]?.runner, !state.isClosed else { return [] }
            let others = state.tray.take(atMost: count) {
                $0.kind == job.kind && $0.worker == job.worker && $0.fault == nil && !$0.isAlone
            }
            for other in others { state.note(other, runner) }
            return others
        }
    }

    /// Notes the end of jobs that were taken along.
    func end(_ jobs: some Sequence<Job>) {
        change { state in
            for job in jobs { state.end(job) }
        }
    }

    /// Puts back jobs that were taken along and not done: they come next, each by itself.
    func giveBack(_ jobs: some BidirectionalCollection<Job>) {
        change { state in
            for var job in jobs.reversed() {
                job.isAlone = true
                let isCancelled = state.running.removeValue(forKey: job.ticket.number)?.isCancelled ?? false
                state.tray.putBack(job, .now)
                if isCancelled { cancel([job.ticket.number], &state) }
            }
            startRunners(&state)
        }
    }

    /// Returns true if a job that a runner has taken along must not begin.
    func isCancelled(_ job: Job) -> Bool {
        state.withLock { $0.running[job.ticket.number]?.isCancelled == true }
    }

    /// Cancels the tasks of jobs. Those that still lie in the tray are begun for that, so that they end like
    /// any other.
    func cancel(_ ids: [Int64]) {
        // Under the lock, so that a job's task does not become another's meanwhile.
        state.withLock { cancel(ids, &$0) }
    }

    private func cancel(_ ids: [Int64], _ state: inout State) {
        for job in state.tray.take(ids) { start(job, &state) }
        for id in ids { state.cancel(id) }
    }

    // MARK: Runners

    private func startRunners(_ state: inout State) {
        // More slots may be taken than exist: a job that has waited for others takes its slot back at once.
        let count = min(state.slots - state.active, state.tray.count)
        guard !state.isClosed, count > 0 else { return }
        for _ in 0..<count { start(nil, &state) }
    }

    private func start(_ job: Job?, _ state: inout State) {
        state.lastRunner += 1
        state.active += 1
        let runner = state.lastRunner
        if let job { state.note(job, runner) }
        // No child of the worker's group: see `Worker`. Without any executor preference, even for the default
        // one: each step would look it up.
        state.runners[runner] = Task.detached { await self.run(runner, job) }
    }

    private func run(_ runner: Int, _ first: Job?) async {
        var job = first ?? next(runner, after: nil)
        var count = 0
        while let current = job {
            await work(current, self)
            count += 1
            if count.isMultiple(of: Self.turn) { await Task.yield() }
            job = next(runner, after: current)
        }
    }

    /// Returns the next job of a runner; nil if the runner ends.
    private func next(_ runner: Int, after job: Job?) -> Job? {
        change { state in
            if let job { state.end(job) }
            if let next = state.next(runner) { return next }
            state.runners[runner] = nil
            state.active -= 1
            // The runner may have been cancelled with its job while others wait.
            startRunners(&state)
            return nil
        }
    }

    /// Changes the state, and sends `roomFreed` and `idle` if they are awaited.
    func change<Result>(_ body: (inout State) -> Result) -> Result {
        let (result, hasRoom, isIdle) = state.withLock { state in
            (body(&state), state.takeRoom(.now), state.takeIdle())
        }
        if hasRoom { send(.roomFreed) }
        if isIdle { send(.idle) }
        return result
    }
}

extension Runners.State {
    /// Returns the number of jobs that could be run or laid into the tray.
    mutating func room(_ now: ContinuousClock.Instant) -> Int {
        guard !isClosed else { return 0 }
        let room = tray.room(free: max(slots - active, 0), now)
        guard size >= Runners.mostSize else { return room }
        // One at a time: jobs that have lent their slots may wait for it.
        return active == 0 && tray.count == 0 ? min(room, 1) : 0
    }

    /// Notes that jobs were taken out of the tray, to be handed back, and returns them.
    mutating func noteGone(_ jobs: [Job]) -> [Job] {
        size -= jobs.size
        return jobs
    }

    fileprivate mutating func next(_ runner: Int) -> Job? {
        guard !isClosed, !Task.isCancelled, active <= slots, let job = tray.next() else { return nil }
        note(job, runner)
        return job
    }

    fileprivate mutating func note(_ job: Job, _ runner: Int) {
        running[job.ticket.number] = RunningJob(
            ticket: job.ticket, attempt: job.attempt, runner: runner, since: .now)
    }

    fileprivate mutating func end(_ job: Job) {
        tray.noteEnd()
        size -= job.size
        // A job lost to another worker may have come back in a later attempt.
        guard let index = running.index(forKey: job.ticket.number) else { return }
        if running[index].value.attempt == job.attempt { running.remove(at: index) }
    }

    /// Marks a job as cancelled, and cancels its task unless it shares that with jobs that are not to be
    /// cancelled.
    fileprivate mutating func cancel(_ id: Int64) {
        guard let runner = running[id]?.runner else { return }
        // It may be told again; the first time counts.
        if running[id]?.toldAt == nil { running[id]?.toldAt = .now }
        let isShared = running.values.contains { $0.runner == runner && !$0.isCancelled }
        if !isShared { runners[runner]?.cancel() }
    }

    /// Returns true, once, if there is room that somebody waits for.
    fileprivate mutating func takeRoom(_ now: ContinuousClock.Instant) -> Bool {
        guard isAsked, room(now) > 0 else { return false }
        isAsked = false
        return true
    }

    /// Returns true, once, if no job runs and somebody waits for that.
    fileprivate mutating func takeIdle() -> Bool {
        guard isIdleAwaited, running.isEmpty else { return false }
        isIdleAwaited = false
        return true
    }
}
