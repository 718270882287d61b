import DjetModel

/// What is broken in a run, all of which follows from a seed.
///
/// Faults are dealt from a deck, each kind as often as its share, over and over; at the beginning each kind comes once, so
/// that a short run knows them all: first what takes long. What would not be over in time is left out.
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
            // Not by the clock: what is broken should meet all that can be under way.
            time += gap * Double.random(in: 0.5...1.5, using: &random)
        }
        self.faults = faults
    }
}
