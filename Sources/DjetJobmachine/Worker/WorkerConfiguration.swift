/// How a worker works.
public struct WorkerConfiguration: Sendable {
    /// The queues to claim from. None is preferred: they take turns.
    public var queues: [String]
    /// How many jobs to run at once.
    public var slots: Int
    /// How long running jobs may go on after the worker has been asked to stop.
    public var grace: Duration
    /// How long ended jobs are kept: a day at least.
    public var retention: Duration
    /// How often it says that it is there, and does its chores.
    public var beat: Duration
    /// How long it may be silent before it is taken for dead, though its session lives on: frozen, or cut off by a network
    /// that says nothing. At least two beats, and a day at most.
    public var lease: Duration
    /// The most bytes of JSON that a job's reply may have, and the value of a step. What is longer ends the job as error: a file is
    /// the way to return it.
    public var replyLimit: Int

    /// The queue `default`, 10 slots, 20 seconds of grace, 14 days of history, a beat a minute, a lease of three minutes and
    /// replies of 64 MiB at the most, unless told otherwise.
    public init(
        queues: [String] = ["default"], slots: Int = 10, grace: Duration = .seconds(20),
        retention: Duration = .seconds(14 * 86_400), beat: Duration = .seconds(60),
        lease: Duration = .seconds(180), replyLimit: Int = 64 << 20
    ) {
        self.queues = queues
        self.slots = max(slots, 1)
        self.grace = grace
        self.retention = max(retention, .seconds(86_400))
        self.beat = beat
        self.lease = min(max(lease, beat * 2), .seconds(86_400))
        self.replyLimit = replyLimit
    }
}
