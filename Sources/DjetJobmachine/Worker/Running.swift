import DjetModel
import DjetStore

/// The jobs that a worker runs at present.
final class Running: Sendable {
    private struct State {
        var attempts: [Int64: (attempt: Int, task: Task<Void, Never>?)] = [:]
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Guarded(State())

    var jobs: [(id: Int64, attempt: Int)] {
        state.withLock { $0.attempts.map { ($0.key, $0.value.attempt) } }
    }

    /// Those of these jobs that still run.
    func those(of tickets: [TicketID]) -> [TicketID] {
        state.withLock { state in tickets.filter { state.attempts[$0.number] != nil } }
    }

    /// Runs an attempt in a task of its own, on the threads for everybody's code.
    func start(_ job: Job, _ body: @escaping @Sendable () async -> Void) {
        state.withLock { $0.attempts[job.ticket.number] = (job.attempt, nil) }
        let task = Task(executorPreference: globalConcurrentExecutor) {
            await body()
            self.end(job)
        }
        state.withLock { $0.attempts[job.ticket.number]?.task = task }
    }

    func cancel(_ ids: [Int64]) {
        let tasks = state.withLock { state in ids.compactMap { state.attempts[$0]?.task } }
        for task in tasks { task.cancel() }
    }

    /// Waits until none is left, but no longer than a limit, and no longer once the task is cancelled. Returns
    /// whether none is left.
    func settle(within limit: Duration) async -> Bool {
        // The alarm may go off before anybody waits for it.
        let isOver = Guarded(false)
        let alarm = Task {
            try await Task.sleep(for: limit)
            isOver.withLock { $0 = true }
            tellWaiters()
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isSettled = state.withLock { state in
                    let isSettled = state.attempts.isEmpty || Task.isCancelled || isOver.withLock { $0 }
                    if !isSettled { state.waiters.append(waiter) }
                    return isSettled
                }
                if isSettled { waiter.resume() }
            }
        } onCancel: {
            tellWaiters()
        }
        alarm.cancel()
        return state.withLock(\.attempts.isEmpty)
    }

    private func end(_ job: Job) {
        let isLast = state.withLock { state in
            if state.attempts[job.ticket.number]?.attempt == job.attempt {
                state.attempts[job.ticket.number] = nil
            }
            return state.attempts.isEmpty
        }
        if isLast { tellWaiters() }
    }

    private func tellWaiters() {
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
