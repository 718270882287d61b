import DjetStore

/// A question to the database that is repeated until there is an answer: nobody rings for it again.
struct Inquiry {
    typealias Instant = ContinuousClock.Instant

    private var isWanted = false
    private var isUnderWay = false
    private var backOff = BackOff()
    /// The time before which it is not asked again.
    private(set) var next: Instant?

    /// Notes a reason to ask. One that comes while it is being asked leads to another question.
    mutating func want() { isWanted = true }

    /// Returns true if the caller must ask now.
    mutating func mustAsk(_ now: Instant) -> Bool {
        guard isWanted, !isUnderWay, next.map({ $0 <= now }) ?? true else { return false }
        (isWanted, isUnderWay, next) = (false, true, nil)
        return true
    }

    mutating func noteAnswer(_ succeeded: Bool, _ now: Instant) {
        isUnderWay = false
        guard !succeeded else { return backOff = BackOff() }
        isWanted = true
        next = now + backOff.next()
    }
}
