import DequeModule
import DjetModel

/// Jobs that are claimed and wait for a slot: about as many as end in a twenty-fifth of a second.
///
/// Quick jobs come in big bites, so that a claim costs each of them little. Of slow ones none is held that another worker
/// could run.
struct Tray {
    /// How long, at most, a job should lie here.
    private static let delay = 0.04
    /// As many as go well into memory, and back to the line if the worker is stopped.
    private static let limit = 2000
    /// After a longer time nothing is made of what was before.
    private static let memory = Duration.milliseconds(100)
    /// No shorter time says how many jobs end in a second.
    private static let span = Duration.milliseconds(1)

    private var jobs = Deque<Job>()
    /// When the first of them was laid down.
    private var since = ContinuousClock.now
    private var rate = 0.0
    private var ended = 0
    private var measuredFrom = ContinuousClock.now

    var count: Int { jobs.count }
    var tickets: [(id: Int64, attempt: Int)] { jobs.map { ($0.ticket.number, $0.attempt) } }

    mutating func add(_ new: [Job], _ now: ContinuousClock.Instant) {
        if jobs.isEmpty { since = now }
        jobs.append(contentsOf: new)
    }

    /// Lays a job back that was taken out, before all others.
    mutating func putBack(_ job: Job, _ now: ContinuousClock.Instant) {
        if jobs.isEmpty { since = now }
        jobs.prepend(job)
    }

    mutating func next() -> Job? { jobs.popFirst() }

    mutating func noteEnd() { ended += 1 }

    /// How many more to claim: none as long as three quarters of what should lie here do. Those have to last until the next
    /// have been claimed.
    mutating func room(free: Int, _ now: ContinuousClock.Instant) -> Int {
        measure(now)
        let wanted = min(Int(rate * Self.delay), Self.limit)
        guard free > jobs.count || jobs.count <= wanted * 3 / 4 else { return 0 }
        return max(free + wanted - jobs.count, 0)
    }

    /// Those that have lain here for longer than they should: another worker may have a slot for them.
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

    /// Those that come next, as long as they fit.
    mutating func take(atMost count: Int, where fits: (Job) -> Bool) -> [Job] {
        let taken = Array(jobs.prefix(count).prefix(while: fits))
        jobs.removeFirst(taken.count)
        return taken
    }

    mutating func takeAll() -> [Job] {
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
