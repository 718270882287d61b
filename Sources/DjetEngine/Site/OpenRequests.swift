import DjetStore
import Hummingbird

/// The requests that are being answered. None may take longer than its time.
final class OpenRequests: Sendable {
    fileprivate struct Entry {
        let hasPassed: @Sendable (ContinuousClock.Instant) -> Bool
        /// Asks the request to stop.
        let stop: @Sendable () -> Void
        /// Stops waiting for it.
        let giveUp: @Sendable () -> Void
        var stoppedAt: ContinuousClock.Instant?
    }

    fileprivate struct State {
        var entries: [UInt64: Entry] = [:]
        var nextID: UInt64 = 0
    }

    /// The time that a request may take to stop once it is asked to.
    private static let grace = Duration.seconds(2)

    private let state = Guarded(State())

    /// Returns the answer of `body`; nil if its time was over and it did not stop when asked to.
    ///
    /// `body` runs in a task of its own, since a child task would have to be waited for. Besides, a task
    /// keeps the memory of its deepest call until it ends: the caller's task, which lives as long as the
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

    /// Notes that a body is being sent. It breaks off when its time is over. Call `leave` at its end.
    func send(for limit: Duration, to client: Client?) -> UInt64 {
        let end = ContinuousClock.now + limit
        let disconnect: @Sendable () -> Void = { client?.disconnect() }
        return enter(Entry(hasPassed: { $0 >= end }, stop: disconnect, giveUp: disconnect))
    }

    func leave(_ id: UInt64) {
        state.withLock { _ = $0.entries.removeValue(forKey: id) }
    }

    /// Stops the requests whose time is over, and gives up those that have not stopped in their grace.
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
    /// The outcome of a request, told once.
    private final class Outcome: Sendable {
        private struct State {
            var isTold = false
            var told: Response?
            var waiter: CheckedContinuation<Response?, Never>?
        }

        private let state = Guarded(State())

        /// The outcome, once it is told; nil if the request was given up.
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

        /// Tells the outcome. Only the first counts.
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
