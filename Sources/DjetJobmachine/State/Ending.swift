/// The end of a worker: its jobs go on for the grace period, are cancelled then, and are given up at last.
struct Ending {
    typealias Instant = ContinuousClock.Instant

    private enum Phase: Equatable {
        case notAsked
        case asked(atOnce: Bool)
        case grace(until: Instant)
        case handingBack(until: Instant)
        case givingUp
        case storing
    }

    /// The time for cancelled jobs to hand themselves back.
    private static let patience = Duration.seconds(2)

    private let grace: Duration
    private var phase = Phase.notAsked

    init(grace: Duration) {
        self.grace = grace
    }

    var isAsked: Bool { phase != .notAsked }

    /// The time at which the running jobs get no more of it.
    var next: Instant? {
        switch phase {
        case .grace(let time), .handingBack(let time): time
        case .notAsked, .asked, .givingUp, .storing: nil
        }
    }

    mutating func ask(atOnce: Bool, _ now: Instant) {
        switch phase {
        case .notAsked: phase = .asked(atOnce: atOnce)
        case .asked where atOnce: phase = .asked(atOnce: true)
        case .grace where atOnce: phase = .grace(until: now)
        case .asked, .grace, .handingBack, .givingUp, .storing: break
        }
    }

    /// Begins, once, when nothing is under way.
    mutating func begin(_ now: Instant) -> WorkerState.Action? {
        guard case .asked(let atOnce) = phase else { return nil }
        phase = .grace(until: atOnce ? now : now + grace)
        return .close
    }

    /// Returns the next step if jobs have had their time.
    mutating func takeOverdue(_ now: Instant) -> WorkerState.Action? {
        switch phase {
        case .grace(let time) where time <= now:
            phase = .handingBack(until: now + Self.patience)
            return .handBack
        case .handingBack(let time) where time <= now:
            phase = .givingUp
            return .releaseRest
        default: return nil
        }
    }

    /// Returns the last step, once no job runs.
    mutating func noteIdle() -> WorkerState.Action? {
        guard next != nil || phase == .givingUp else { return nil }
        phase = .storing
        return .storeRest
    }
}
