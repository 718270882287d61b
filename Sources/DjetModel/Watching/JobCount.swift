/// How many jobs of a queue are in a status.
public struct JobCount: Codable, Sendable, Hashable {
    /// The queue.
    public var queue: String
    /// The status.
    public var status: JobStatus
    /// How many.
    public var amount: Int
    /// Whether they were counted. Otherwise there are so many that the amount is an estimate.
    public var isExact: Bool

    package init(queue: String, status: JobStatus, amount: Int, isExact: Bool) {
        self.queue = queue
        self.status = status
        self.amount = amount
        self.isExact = isExact
    }
}
