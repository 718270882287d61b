/// How a worker works.
public struct WorkerConfiguration: Sendable {
    /// The queues to claim from. None is preferred: they take turns.
    public var queues: [String]
    /// How many jobs to run at once.
    public var slots: Int
    /// How long running jobs may go on after the worker has been asked to stop.
    public var grace: Duration
    /// How long ended jobs are kept.
    public var retention: Duration

    /// The queue `default`, 10 slots, 20 seconds of grace and 14 days of history, unless told otherwise.
    public init(
        queues: [String] = ["default"], slots: Int = 10, grace: Duration = .seconds(20),
        retention: Duration = .seconds(14 * 86_400)
    ) {
        self.queues = queues
        self.slots = max(slots, 1)
        self.grace = grace
        self.retention = retention
    }
}
