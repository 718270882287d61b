import DjetModel

/// The times at which a worker must look for jobs that have come due.
struct DueTimes {
    /// The wait before looking for due jobs after a ring that announced none; such a ring is not quite
    /// trusted.
    private static let delay = Duration.milliseconds(50)
    /// The wait after the end of a job of a group, for the ends of others.
    private static let gathering = Duration.milliseconds(20)
    /// The wait for a limit that somebody else keeps locked.
    private static let lockWait = Duration.seconds(1)

    /// The time of the next known job.
    private var known: ContinuousClock.Instant?
    /// The time by which to look because of a ring.
    private var rung: ContinuousClock.Instant?
    /// The time by which to look since a job of a group has ended, which may have been its last.
    private var memberEnded: ContinuousClock.Instant?
    /// The time by which to look again since somebody else kept a limit locked. Only another look knows more.
    private var locked: ContinuousClock.Instant?
    /// True if one has ended since the look under way began, which may not have seen it.
    private var hasEndedSince = false

    init(_ now: ContinuousClock.Instant) {
        rung = now
    }

    /// The time of the next look; nil if there is no reason to.
    var next: ContinuousClock.Instant? { [known, rung, memberEnded, locked].compactMap(\.self).min() }

    func mustLook(_ now: ContinuousClock.Instant) -> Bool {
        next.map { $0 <= now } ?? false
    }

    /// Returns true if a known job has come due, or a limit may have become free.
    func isDue(_ now: ContinuousClock.Instant) -> Bool {
        [known, locked].contains { $0.map { $0 <= now } ?? false }
    }

    /// The time by which to look since a job of a group has ended; nil if none has.
    var nextCount: ContinuousClock.Instant? { memberEnded }

    mutating func noteMemberEnd(_ now: ContinuousClock.Instant) {
        hasEndedSince = true
        memberEnded = memberEnded ?? now + Self.gathering
    }

    /// Notes that a look begins.
    mutating func noteBegin() { hasEndedSince = false }

    mutating func noteRing(_ now: ContinuousClock.Instant, isForLater: Bool) {
        if isForLater { rung = now }
        if rung == nil { rung = now + Self.delay }
    }

    /// Notes the result of a look: the seconds until the next job is due.
    mutating func noteLook(_ now: ContinuousClock.Instant, nextIn seconds: Double?) {
        known = seconds.map { now + .bounded(seconds: $0) }
        rung = nil
        memberEnded = hasEndedSince ? now + Self.gathering : nil
    }

    /// Notes whether somebody else kept a limit locked during a look, which claimed nothing there then.
    mutating func noteLock(_ now: ContinuousClock.Instant, isMet: Bool) {
        locked = isMet ? now + Self.lockWait : nil
    }
}
