/// The outcome of a group, as the function is told that runs after it, by `model.outcome`.
public struct GroupOutcome: Codable, Sendable, Hashable {
    /// The group.
    public var group: GroupID
    /// The name of the group.
    public var name: String
    /// The number of jobs that finished.
    public var finished: Int
    /// The number of jobs that failed for good.
    public var failed: Int
    /// The number of jobs that were cancelled.
    public var cancelled: Int
    /// The tickets of jobs that failed: 100 of them at most.
    public var failures: [TicketID]

    /// Creates an outcome, for tests of functions that run after a group.
    public init(
        group: GroupID = GroupID(0), name: String, finished: Int, failed: Int = 0, cancelled: Int = 0,
        failures: [TicketID] = []
    ) {
        self.group = group
        self.name = name
        self.finished = finished
        self.failed = failed
        self.cancelled = cancelled
        self.failures = failures
    }
}
