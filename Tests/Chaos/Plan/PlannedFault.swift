/// A planned fault, with its time.
struct PlannedFault: Sendable {
    /// The time since the beginning of the run.
    let time: Duration
    let kind: FaultKind
    /// The seed of the rest: the victim, the way and the duration.
    let seed: UInt64
}
