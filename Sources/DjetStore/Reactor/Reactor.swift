import Foundation

/// The one thread that reads all of a process's connections.
///
/// It is a task executor, too: loops of the framework that prefer it send, wait and go on without a change of
/// thread, which doubles their rate. Code that may block must never run here: it would stall every
/// connection.
package final class Reactor: TaskExecutor {
    /// The reactor of this process.
    package static let shared = Reactor()

    private struct State {
        var jobs: [UnownedJob] = []
        var isAsleep = false
        var watchers: [Int32: Watcher] = [:]
    }

    private struct Watcher {
        weak var owner: (any Readiness)?
    }

    private let state = Guarded(State())
    private let poller = Poller()

    private init() {
        let thread = Thread { [unowned self] in loop() }
        thread.name = "djet-reactor"
        thread.start()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = state.withLock { state in
            state.jobs.append(job)
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if mustWake { poller.ring() }
    }

    /// Tells `owner` whenever `descriptor` is ready. The reactor does not keep the owner alive.
    func watch(_ descriptor: Int32, for owner: any Readiness) {
        state.withLock { $0.watchers[descriptor] = Watcher(owner: owner) }
        poller.watch(descriptor, reading: true, writing: false, isNew: true)
    }

    func change(_ descriptor: Int32, reading: Bool, writing: Bool) {
        poller.watch(descriptor, reading: reading, writing: writing, isNew: false)
    }

    /// Must come before the descriptor is closed: its number may be given out again at once.
    func forget(_ descriptor: Int32) {
        poller.forget(descriptor)
        state.withLock { _ = $0.watchers.removeValue(forKey: descriptor) }
    }

    private func loop() -> Never {
        while true {
            while let jobs = jobsOrSleep() {
                for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
            }
            poller.wait { descriptor, toRead, toWrite in
                let owner = state.withLock { $0.watchers[descriptor]?.owner }
                owner?.isReady(toRead: toRead, toWrite: toWrite)
            }
        }
    }

    private func jobsOrSleep() -> [UnownedJob]? {
        state.withLock { state in
            guard !state.jobs.isEmpty else {
                state.isAsleep = true
                return nil
            }
            defer { state.jobs.removeAll(keepingCapacity: true) }
            return state.jobs
        }
    }
}
