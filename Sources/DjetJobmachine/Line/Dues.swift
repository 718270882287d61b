/// When a worker must look for jobs whose time has come.
struct Dues {
    /// A ring says it when there are jobs that come up later; one that does not is not quite believed.
    private static let delay = Duration.milliseconds(50)

    /// When the next job is due that is known of.
    private var known: ContinuousClock.Instant?
    /// By when to look because of a ring.
    private var rung: ContinuousClock.Instant? = .now

    /// When to look next; nil if there is no reason to.
    var next: ContinuousClock.Instant? { [known, rung].compactMap(\.self).min() }

    func mustLook(_ now: ContinuousClock.Instant) -> Bool {
        next.map { $0 <= now } ?? false
    }

    /// Whether the time of a job has come.
    func isDue(_ now: ContinuousClock.Instant) -> Bool {
        known.map { $0 <= now } ?? false
    }

    mutating func noteRing(_ now: ContinuousClock.Instant, isForLater: Bool) {
        if isForLater { rung = now }
        if rung == nil { rung = now + Self.delay }
    }

    /// Notes what a look has found: in how many seconds the next job is due.
    mutating func noteLook(_ now: ContinuousClock.Instant, nextIn seconds: Double?) {
        known = seconds.map { now + .seconds(max($0, 0)) }
        rung = nil
    }
}
