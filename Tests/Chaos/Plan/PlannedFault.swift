/// What is to be broken, and when.
struct PlannedFault: Sendable {
    /// Counted from the beginning.
    let time: Duration
    let kind: FaultKind
    /// What the rest of it follows from: whom it hits, how, and for how long.
    let seed: UInt64
}
