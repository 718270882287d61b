/// The times at which a worker compares the jobs that it knows with those that the database counts as its
/// own.
///
/// They differ if the answer of a claim was lost, or a hand-back did not arrive: nobody would run those jobs
/// as long as the worker lives.
struct Reconciliation {
    typealias Instant = ContinuousClock.Instant

    private static let interval = Duration.seconds(1)
    /// The span after a loss. By its end the server has done what it was told.
    private static let span = Duration.seconds(10)

    private var lastLoss: Instant?
    /// The time of the next comparison.
    private(set) var next: Instant?

    mutating func noteLoss(_ now: Instant) {
        lastLoss = now
        if next == nil { next = now + Self.interval }
    }

    /// Returns true if the caller must compare now.
    mutating func mustBegin(_ now: Instant) -> Bool {
        guard let lastLoss, let next, next <= now else { return false }
        self.next = lastLoss.duration(to: now) < Self.span ? now + Self.interval : nil
        return true
    }
}
