import DjetModel
import DjetStore

extension Runners {
    /// All jobs that were claimed and have not ended.
    var claims: [Claim] {
        state.withLock { state in
            state.running.map { Claim(id: $0.key, attempt: $0.value.attempt) } + state.tray.claims
        }
    }

    var isBusy: Bool {
        state.withLock { !$0.running.isEmpty || $0.tray.count > 0 }
    }

    /// True if jobs wait for a slot.
    var hasWaiting: Bool {
        state.withLock { $0.tray.count > 0 }
    }

    /// Returns the jobs that have run for longer than `patience`, each once.
    func takeLong(_ patience: Duration) -> [TicketID] {
        let now = ContinuousClock.now
        return state.withLock { state in
            let long = state.running.values.filter { !$0.isLong && $0.since.duration(to: now) >= patience }
            for job in long { state.running[job.ticket.number]?.isLong = true }
            return long.map(\.ticket)
        }
    }

    /// Returns the jobs that were told to stop longer than `patience` ago and still run, each once.
    func takeUnresponsive(_ patience: Duration) -> [RunningJob] {
        let now = ContinuousClock.now
        return state.withLock { state in
            let unresponsive = state.running.values.filter { job in
                !job.isGivenUp && job.toldAt.map { $0.duration(to: now) >= patience } ?? false
            }
            for job in unresponsive { state.running[job.ticket.number]?.isGivenUp = true }
            return unresponsive
        }
    }

    /// Resets an unresponsive job that could not be reported: it counts as unresponsive again after the same
    /// patience.
    func takeBackUnresponsive(_ job: RunningJob) {
        state.withLock { state in
            guard state.running[job.ticket.number]?.attempt == job.attempt else { return }
            state.running[job.ticket.number]?.isGivenUp = false
            state.running[job.ticket.number]?.toldAt = .now
        }
    }

    /// Notes that a job's time is over and that it has been told to stop.
    func noteOverdue(_ job: Job) {
        state.withLock { state in
            guard state.running[job.ticket.number]?.attempt == job.attempt else { return }
            state.running[job.ticket.number]?.toldAt = .now
        }
    }

    /// Removes and returns the jobs that have waited in the tray for longer than `patience`.
    func takeStale(_ patience: Duration) -> [Job] {
        change { $0.noteGone($0.tray.takeStale(.now, patience: patience)) }
    }

    /// Sends `idle` once, when no job runs.
    func tellWhenIdle() {
        change { $0.isIdleAwaited = true }
    }
}
