/// The checks on running jobs, which go on as long as there are any.
struct Oversight {
    typealias Instant = ContinuousClock.Instant

    /// The interval of the checks.
    static let interval = Duration.milliseconds(100)

    private var isUnderWay = false
    /// True if jobs were started since the last check began.
    private var hasStarted = false
    /// The time of the next check.
    private(set) var next: Instant?

    mutating func noteStart(_ now: Instant) {
        hasStarted = true
        if next == nil, !isUnderWay { next = now + Self.interval }
    }

    /// Returns true if the caller must check now.
    mutating func mustBegin(_ now: Instant) -> Bool {
        guard let next, next <= now else { return false }
        (isUnderWay, hasStarted, self.next) = (true, false, nil)
        return true
    }

    mutating func noteEnd(isBusy: Bool, _ now: Instant) {
        isUnderWay = false
        // A job may have been started just after the check.
        if isBusy || hasStarted { next = now + Self.interval }
    }
}
