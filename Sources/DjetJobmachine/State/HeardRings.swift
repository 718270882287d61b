import DjetModel

/// The rings that a worker has heard and not answered.
///
/// The first of several workers that hear a ring looks at once. Each other one gives those before it a
/// moment, and skips its look if one of them found the line empty.
struct HeardRings {
    typealias Instant = ContinuousClock.Instant

    /// The time that each worker gives the one before it.
    private static let moment = Duration.milliseconds(2)
    /// The highest rank: no worker waits longer, however many stand before it.
    private static let highestRank = 20

    private let ownDryWord: String
    /// The number of workers of its queues that registered before this one.
    private var rank = 0
    /// True if there are other workers of its queues.
    private(set) var hasOthers = false
    private var hasRung = false
    private var isForLater = false
    /// The times of the postponed looks, by the queues that rang.
    private var postponed: [String: Instant] = [:]

    init(worker: Int) {
        ownDryWord = JobQueue.dry + "\(worker)"
    }

    /// The time of the next postponed look.
    var next: Instant? { postponed.values.min() }

    mutating func set(rank: Int, hasOthers: Bool) {
        (self.rank, self.hasOthers) = (min(rank, Self.highestRank), hasOthers)
    }

    /// Notes that rings may have been lost.
    mutating func noteBreak() { hasRung = true }

    mutating func note(_ queue: String, _ word: String, _ now: Instant) {
        if word.hasPrefix(JobQueue.dry) { return noteDry(queue, word) }
        if word == JobQueue.later { isForLater = true }
        noteRing(queue, now)
    }

    /// Cancels the postponed look. The worker's own word does not: only the worker that found the line empty
    /// may have missed jobs that came during its look.
    private mutating func noteDry(_ queue: String, _ word: String) {
        if word != ownDryWord { postponed[queue] = nil }
    }

    private mutating func noteRing(_ queue: String, _ now: Instant) {
        guard rank > 0 else { return hasRung = true }
        if postponed[queue] == nil { postponed[queue] = now + Self.moment * rank }
    }

    /// Removes the rings that want an answer by now. Returns true if one announced jobs for later, false if
    /// not, and nil if there is none.
    mutating func take(_ now: Instant) -> Bool? {
        let due = postponed.filter { $0.value <= now }.keys
        for queue in due { postponed[queue] = nil }
        guard hasRung || !due.isEmpty else { return nil }
        defer { (hasRung, isForLater) = (false, false) }
        return isForLater
    }
}
