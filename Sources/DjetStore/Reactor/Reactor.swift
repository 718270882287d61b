import Foundation

/// The one thread that reads all of a process's connections and runs its clock.
///
/// It is also a task executor: loops of the framework that prefer it send, wait and go on without a change of
/// thread, which doubles their rate. Code that may block must never run here: it would stall every
/// connection.
package final class Reactor: TaskExecutor {
    /// The reactor of this process.
    package static let shared = Reactor()

    private struct State {
        var jobs: [UnownedJob] = []
        var isAsleep = false
        var watchers: [Int32: Watcher] = [:]
        var lastID: UInt64 = 0
        var alarms = Alarms()
        /// The time for which the poller's clock is set.
        var wakesAt: ContinuousClock.Instant?

        mutating func takeJobs() -> [UnownedJob] {
            defer { jobs.removeAll(keepingCapacity: true) }
            return jobs
        }
    }

    private struct Watcher {
        let id: UInt64
        weak var owner: (any Readiness)?
    }

    private let state = Guarded(State())
    private let poller = Poller()

    private init() {
        Thread.detachNewThread { [unowned self] in
            // Named from within: a name given before the start does not reach the kernel.
            Thread.current.name = "djet-reactor"
            loop()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = state.withLock { state in
            state.jobs.append(job)
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if mustWake { poller.interrupt() }
    }

    /// Returns a number for a watch. Descriptors do not tell watches apart: libpq itself closes that of a
    /// broken connection, and the kernel reuses the number at once, perhaps before it is forgotten here.
    func nextID() -> UInt64 {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    /// Tells `owner` whenever `descriptor` is ready. It does not keep the owner alive.
    func watch(_ descriptor: Int32, as id: UInt64, for owner: any Readiness) {
        state.withLock { state in
            state.watchers[descriptor] = Watcher(id: id, owner: owner)
            poller.watch(descriptor, reading: true, writing: false, isNew: true)
        }
    }

    func change(_ descriptor: Int32, as id: UInt64, _ interest: Wire.Interest) {
        state.withLock { state in
            guard state.watchers[descriptor]?.id == id else { return }
            poller.watch(descriptor, reading: interest.reading, writing: interest.writing, isNew: false)
        }
    }

    func forget(_ descriptor: Int32, as id: UInt64) {
        state.withLock { state in
            guard state.watchers[descriptor]?.id == id else { return }
            state.watchers[descriptor] = nil
            poller.forget(descriptor)
        }
    }

    // MARK: Alarms

    /// Calls `call` at a time, on this thread, where it must not block. An alarm that is cancelled before
    /// calls it at once, with an error, on the thread of whoever cancels it.
    ///
    /// - Parameter unlessCancelled: true if a cancelled task sets no alarm.
    func setAlarm(
        _ id: UInt64, at time: ContinuousClock.Instant, unlessCancelled: Bool = false,
        _ call: @escaping Alarms.Call
    ) {
        let (isCancelled, mustWake) = state.withLock { state in
            // Under the lock, so that a later cancellation finds the alarm set here.
            guard !unlessCancelled || !Task.isCancelled else { return (true, false) }
            state.alarms.set(id, at: time, call)
            let mustWake = state.isAsleep && state.wakesAt.map { time < $0 } ?? true
            if mustWake { state.isAsleep = false }
            return (false, mustWake)
        }
        if isCancelled { call(.failure(CancellationError())) }
        if mustWake { poller.interrupt() }
    }

    func cancelAlarm(_ id: UInt64) {
        state.withLock({ $0.alarms.remove(id) })?(.failure(CancellationError()))
    }

    private func goOff() {
        let jobs = state.withLock { state in
            (state.isAsleep, state.wakesAt) = (false, nil)
            return state.takeJobs()
        }
        // Answers that have just arrived come first: they may make an alarm needless.
        run(jobs)
        let due = state.withLock { $0.alarms.takeDue(.now) }
        for call in due { call(.success(())) }
    }

    // MARK: The thread

    private func loop() -> Never {
        // After a mere part of an answer, more comes only once the server has made it, so polling would not
        // pay.
        var hasTold = true
        while true {
            while let jobs = jobsOrSleep() {
                run(jobs)
                hasTold = true
            }
            let isAlert = hasTold
            hasTold = false
            let isTime = poller.wait(isAlert: isAlert) { descriptor, toRead, toWrite in
                let owner = state.withLock { state in
                    state.isAsleep = false
                    return state.watchers[descriptor]?.owner
                }
                if owner?.isReady(toRead: toRead, toWrite: toWrite) == true { hasTold = true }
            }
            if isTime { goOff() }
        }
    }

    private func run(_ jobs: [UnownedJob]) {
        for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func jobsOrSleep() -> [UnownedJob]? {
        state.withLock { state in
            guard !state.jobs.isEmpty else {
                state.isAsleep = true
                let next = state.alarms.next
                if next != state.wakesAt {
                    poller.wake(in: next.map { ContinuousClock.now.duration(to: $0) })
                }
                state.wakesAt = next
                return nil
            }
            return state.takeJobs()
        }
    }
}

/// The owner of a descriptor that the reactor watches.
protocol Readiness: AnyObject, Sendable {
    /// Called on the reactor's thread; it must not block. Returns true if it has told a task, which may
    /// answer at once.
    func isReady(toRead: Bool, toWrite: Bool) -> Bool
}
