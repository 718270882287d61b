/// What has become of jobs that were to be cancelled or retried together.
public struct BulkOutcome: Codable, Sendable, Hashable {
    /// How many were meant.
    public var amount: Int
    /// Of how many it is done, or has been asked: cancelled, or back in the line.
    public var done: Int
    /// Whether there are more jobs that were not reached, because of the limit.
    public var areMoreLeft: Bool

    package init(amount: Int, done: Int, areMoreLeft: Bool) {
        self.amount = amount
        self.done = done
        self.areMoreLeft = areMoreLeft
    }
}
