import DjetStore
import Hummingbird

/// The requests that are being answered. It sees to it that none is for longer than it may.
final class OpenRequests: Sendable {
    fileprivate struct Entry {
        let hasPassed: @Sendable (ContinuousClock.Instant) -> Bool
        /// Asks whoever is at it to stop.
        let stop: @Sendable () -> Void
        /// Waits no longer for them.
        let giveUp: @Sendable () -> Void
        var stoppedAt: ContinuousClock.Instant?
    }

    fileprivate struct State {
        var entries: [UInt64: Entry] = [:]
        var nextID: UInt64 = 0
    }

    /// So long whoever was asked to stop may take for it.
    private static let grace = Duration.seconds(2)

    private let state = Guarded(State())

    /// The answer of `body`; nil if its time was over and it did not stop when it was asked to.
    ///
    /// It runs in a task of its own: a task within the caller's would have to be waited for, whatever it does. And a
    /// task keeps the memory of its deepest call until it ends, so that the caller's, which lives as long as the
    /// connection, stays small.
    func answer(
        by deadline: Deadline, _ body: @escaping @Sendable () async -> Response
    ) async -> Response? {
        let outcome = Outcome()
        let task = Task { outcome.tell(await body()) }
        let id = enter(
            Entry(
                hasPassed: { deadline.passes(at: $0) }, stop: { task.cancel() },
                giveUp: { outcome.tell(nil) }))
        defer { leave(id) }
        return await withTaskCancellationHandler {
            await outcome.response
        } onCancel: {
            task.cancel()
        }
    }

    /// Notes that a body is being sent, which breaks off when its time is over. `leave` is to follow.
    func send(for limit: Duration, to client: Client?) -> UInt64 {
        let end = ContinuousClock.now + limit
        let disconnect: @Sendable () -> Void = { client?.disconnect() }
        return enter(Entry(hasPassed: { $0 >= end }, stop: disconnect, giveUp: disconnect))
    }

    func leave(_ id: UInt64) {
        state.withLock { _ = $0.entries.removeValue(forKey: id) }
    }

    /// Stops those whose time is over.
    func sweep(at now: ContinuousClock.Instant) {
        let due = state.withLock { $0.takeDue(at: now, Self.grace) }
        for act in due { act() }
    }

    private func enter(_ entry: Entry) -> UInt64 {
        state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = entry
            return state.nextID
        }
    }
}

extension OpenRequests {
    /// What a request has come to, told once.
    private final class Outcome: Sendable {
        private struct State {
            var isTold = false
            var told: Response?
            var waiter: CheckedContinuation<Response?, Never>?
        }

        private let state = Guarded(State())

        /// Waits until it is told.
        var response: Response? {
            get async {
                await withCheckedContinuation { waiter in
                    let isTold = state.withLock { state in
                        if !state.isTold { state.waiter = waiter }
                        return state.isTold
                    }
                    if isTold { waiter.resume(returning: state.withLock(\.told)) }
                }
            }
        }

        /// The first to tell counts.
        func tell(_ response: Response?) {
            let waiter = state.withLock { state in
                guard !state.isTold else { return nil as CheckedContinuation<Response?, Never>? }
                (state.isTold, state.told) = (true, response)
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume(returning: response)
        }
    }
}

extension OpenRequests.State {
    fileprivate mutating func takeDue(
        at now: ContinuousClock.Instant, _ grace: Duration
    ) -> [@Sendable () -> Void] {
        var due: [@Sendable () -> Void] = []
        for (id, entry) in entries where entry.hasPassed(now) {
            guard let stoppedAt = entry.stoppedAt else {
                entries[id]?.stoppedAt = now
                due.append(entry.stop)
                continue
            }
            guard stoppedAt + grace <= now else { continue }
            entries[id] = nil
            due.append(entry.giveUp)
        }
        return due
    }
}
