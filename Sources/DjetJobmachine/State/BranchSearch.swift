/// The queues that a worker of branches knows, and the search for others.
///
/// A queue comes into being with its first job, whose ring names it.
struct BranchSearch {
    typealias Instant = ContinuousClock.Instant

    private let isOn: Bool
    private var names: [String]
    private var inquiry = Inquiry()

    /// - Parameter isOn: false for a worker without branches, whose queues stay as they are.
    init(_ names: [String], isOn: Bool) {
        (self.names, self.isOn) = (names, isOn)
    }

    /// The time before which it does not search again after a failure.
    var next: Instant? { inquiry.next }

    /// Notes a reason to search.
    mutating func want() {
        if isOn { inquiry.want() }
    }

    mutating func noteRing(of queue: String) {
        if !names.contains(queue) { want() }
    }

    /// Returns true if the caller must search now.
    mutating func mustAsk(_ now: Instant) -> Bool { inquiry.mustAsk(now) }

    /// Notes the queues that were found, or a failure. Returns true if there are new ones.
    mutating func note(_ found: [String]?, _ now: Instant) -> Bool {
        inquiry.noteAnswer(found != nil, now)
        let new = (found ?? []).filter { !names.contains($0) }
        names += new
        return !new.isEmpty
    }

    /// Returns the floors with those of queues that are missing in them.
    func completing(_ floors: [QueueFloors]) -> [QueueFloors] {
        guard floors.count < names.count else { return floors }
        let known = Set(floors.map(\.queue))
        return floors + names.filter { !known.contains($0) }.map { QueueFloors($0) }
    }
}
