import DequeModule
import DjetModel

/// Claimed jobs that wait for a slot: about as many as end in a twenty-fifth of a second.
///
/// Quick jobs come in large claims, so that each costs little. Slow ones are not held here, since another
/// worker could run them.
struct Tray {
    /// The longest a job should lie here, in seconds.
    private static let delay = 0.04
    /// The most jobs that fit well into memory, and back into the line if the worker is stopped.
    private static let limit = 2000
    /// The age at which an earlier rate is discarded.
    private static let memory = Duration.milliseconds(100)
    /// The shortest span over which a rate is measured.
    private static let span = Duration.milliseconds(1)

    private var jobs = Deque<Job>()
    /// The time at which the first of them was laid down.
    private var since = ContinuousClock.now
    private var rate = 0.0
    private var ended = 0
    private var measuredFrom = ContinuousClock.now

    var count: Int { jobs.count }
    var claims: [Claim] { jobs.map(\.claim) }

    mutating func add(_ new: [Job], _ now: ContinuousClock.Instant) {
        if jobs.isEmpty { since = now }
        jobs.append(contentsOf: new)
    }

    /// Puts a removed job back, before all others.
    mutating func putBack(_ job: Job, _ now: ContinuousClock.Instant) {
        if jobs.isEmpty { since = now }
        jobs.prepend(job)
    }

    mutating func next() -> Job? { jobs.popFirst() }

    mutating func noteEnd() { ended += 1 }

    /// Returns the number of jobs to claim; 0 if the tray covers the free slots and is more than three
    /// quarters full, which lasts until the next claim.
    mutating func room(free: Int, _ now: ContinuousClock.Instant) -> Int {
        measure(now)
        let wanted = min(Int(rate * Self.delay), Self.limit)
        guard free > jobs.count || jobs.count <= wanted * 3 / 4 else { return 0 }
        return max(free + wanted - jobs.count, 0)
    }

    /// Removes and returns all jobs after `patience`: another worker may have a slot for them.
    mutating func takeStale(_ now: ContinuousClock.Instant, patience: Duration) -> [Job] {
        guard !jobs.isEmpty, since.duration(to: now) > patience else { return [] }
        rate = 0
        return takeAll()
    }

    mutating func take(_ ids: [Int64]) -> [Job] {
        guard !jobs.isEmpty else { return [] }
        let taken = jobs.filter { ids.contains($0.ticket.number) }
        if !taken.isEmpty { jobs.removeAll { ids.contains($0.ticket.number) } }
        return Array(taken)
    }

    /// Removes and returns the next jobs while they fit, up to `count`.
    mutating func take(atMost count: Int, where fits: (Job) -> Bool) -> [Job] {
        guard let first = jobs.first, fits(first) else { return [] }
        let taken = Array(jobs.prefix(count).prefix(while: fits))
        jobs.removeFirst(taken.count)
        return taken
    }

    mutating func takeAll() -> [Job] {
        // An array of an empty deque writes into the empty array that all threads share.
        guard !jobs.isEmpty else { return [] }
        defer { jobs = [] }
        return Array(jobs)
    }

    private mutating func measure(_ now: ContinuousClock.Instant) {
        let elapsed = measuredFrom.duration(to: now)
        guard elapsed >= Self.span else { return }
        let latest = Double(ended) / (elapsed / .seconds(1))
        rate = elapsed > Self.memory ? latest : (rate + latest) / 2
        (ended, measuredFrom) = (0, now)
    }
}
