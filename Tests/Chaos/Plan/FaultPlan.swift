import DjetModel

/// The planned faults of a run, all of which follow from a seed.
///
/// Faults are dealt from a deck that holds each kind as often as its share, over and over. The first deck
/// holds each kind once, the long ones first, so that a short run meets them all. A fault that would not be
/// over in time is left out.
struct FaultPlan: Sendable {
    let faults: [PlannedFault]

    init(seed: UInt64, duration: Duration, gap: Duration, kinds: Set<FaultKind>) {
        var random = SplitMix64(seed: seed)
        let known = FaultKind.allCases.filter(kinds.contains)
        var deck = known.shuffled(using: &random).sorted { $0.span < $1.span }
        var faults: [PlannedFault] = []
        var time = gap / 2
        while time < duration, !known.isEmpty {
            if deck.isEmpty {
                deck = known.flatMap { [FaultKind](repeating: $0, count: $0.share) }.shuffled(using: &random)
            }
            let fault = PlannedFault(time: time, kind: deck.removeLast(), seed: random.next())
            if time + fault.kind.span <= duration { faults.append(fault) }
            // The gaps vary, so that faults meet whatever can be under way.
            time += gap * Double.random(in: 0.5...1.5, using: &random)
        }
        self.faults = faults
    }
}

/// A planned fault, with its time.
struct PlannedFault: Sendable {
    /// The time since the beginning of the run.
    let time: Duration
    let kind: FaultKind
    /// The seed of the rest: the victim, the way and the duration.
    let seed: UInt64
}
