/// The number of a queue's jobs in one status.
public struct JobCount: Codable, Sendable, Hashable {
    /// The name under which the jobs of all queues that were not asked for are counted: no queue has it.
    public static let others = "(others)"

    /// The queue, or `others`.
    public var queue: String
    /// The status.
    public var status: JobStatus
    /// The number of jobs.
    public var amount: Int
    /// True if the jobs were counted. Otherwise there are so many that the amount is an estimate.
    public var isExact: Bool

    package init(queue: String, status: JobStatus, amount: Int, isExact: Bool) {
        self.queue = queue
        self.status = status
        self.amount = amount
        self.isExact = isExact
    }
}
