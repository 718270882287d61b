@testable import DjetJobmachine

/// A worker's state with a clock that a test sets.
struct WorkerMachine {
    private(set) var now: ContinuousClock.Instant
    private var state: WorkerState

    init(queues: [String] = ["default"], hasBranches: Bool = false, grace: Duration = .seconds(20)) {
        now = .now
        state = WorkerState(
            worker: 7, queues: queues, hasBranches: hasBranches, grace: grace, at: now)
    }

    /// Lets `time` pass, and returns the actions that an event leads to, without the alarm.
    mutating func on(_ event: WorkerState.Event, after time: Duration = .zero) -> [WorkerState.Action] {
        all(on: event, after: time).filter { if case .sleepUntil = $0 { false } else { true } }
    }

    /// Returns the time from now until the alarm that an event sets; nil if it sets none.
    mutating func alarm(
        on event: WorkerState.Event, after time: Duration = .zero
    ) -> Duration? {
        for case .sleepUntil(let time) in all(on: event, after: time) { return now.duration(to: time) }
        return nil
    }

    private mutating func all(
        on event: WorkerState.Event, after time: Duration
    ) -> [WorkerState.Action] {
        now = now.advanced(by: time)
        return state.handle(event, at: now)
    }

    /// Lets a look end.
    mutating func end(
        _ actions: [WorkerState.Action], count: Int = 0, isDry: Bool = true, nextDue: Double? = nil,
        hasMetLock: Bool = false
    ) -> [WorkerState.Action] {
        guard var look = actions.look else { return [] }
        (look.count, look.isDry, look.nextDue) = (count, isDry, nextDue)
        (look.hasPromoted, look.hasMetLock) = (look.promotes, hasMetLock)
        return on(.looked(look))
    }

    /// Begins, and looks until the line is empty.
    mutating func fallAsleep() {
        _ = end(on(.began))
    }
}

extension [WorkerState.Action] {
    /// The look among the actions.
    var look: Look? {
        for case .look(let look) in self { return look }
        return nil
    }
}

extension WorkerState.Action {
    var isLookOrReconciliation: Bool {
        if case .look = self { true } else { self == .reconcile }
    }
}
