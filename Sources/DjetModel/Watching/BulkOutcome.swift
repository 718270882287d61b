/// The outcome of cancelling, retrying or deleting many jobs.
public struct BulkOutcome: Codable, Sendable, Hashable {
    /// The number of jobs that were meant.
    public var amount: Int
    /// The number of jobs that were cancelled, asked to stop, brought back to the line, or deleted.
    public var done: Int
    /// True if the limit left jobs out.
    public var areMoreLeft: Bool

    package init(amount: Int, done: Int, areMoreLeft: Bool) {
        self.amount = amount
        self.done = done
        self.areMoreLeft = areMoreLeft
    }
}
