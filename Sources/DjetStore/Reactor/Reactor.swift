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
        var lastID: UInt64 = 0
    }

    private struct Watcher {
        let id: UInt64
        weak var owner: (any Readiness)?
    }

    private let state = Guarded(State())
    private let poller = Poller()

    private init() {
        Thread.detachNewThread { [unowned self] in
            // From within: a name that is given before the start does not reach the kernel.
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
        if mustWake { poller.ring() }
    }

    /// Numbers a watch. Descriptors do not tell watches apart: libpq closes that of a broken connection by
    /// itself, and the kernel gives the number out again at once, perhaps before it is forgotten here.
    func nextID() -> UInt64 {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    /// Tells `owner` whenever `descriptor` is ready. The reactor does not keep the owner alive.
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

    private func loop() -> Never {
        while true {
            while let jobs = jobsOrSleep() {
                for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
            }
            poller.wait { descriptor, toRead, toWrite in
                let owner = state.withLock { state in
                    state.isAsleep = false
                    return state.watchers[descriptor]?.owner
                }
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
