public import DjetModel

/// The settings of a worker.
public struct WorkerConfiguration: Sendable {
    /// The queues to claim from. None is preferred: they take turns. `gl.*` stands for `gl` and all queues
    /// below it, those to come as well.
    public var queues: [String]
    /// The number of jobs to run at once, from 1 to 10,000.
    public var slots: Int
    /// The time that running jobs may go on after the worker was asked to stop.
    public var grace: Duration
    /// The time that ended jobs are kept, a day at least.
    public var retention: Retention
    /// The interval at which it gives a sign of life and does its chores.
    public var beat: Duration
    /// The longest silence before it is taken for dead although its session lives on, as when it is frozen or
    /// cut off by a silent network. At least two beats, and a day at most.
    public var lease: Duration
    /// The most bytes of JSON in a job's reply, and in the value of a step. A longer one ends the job as
    /// error; return a file instead.
    public var replyLimit: Int

    /// Creates a configuration. Defaults: the queue `default`, 10 slots, 20 seconds of grace, 14 days of
    /// history, a beat a minute, a lease of three minutes, and replies of 64 MiB at most.
    public init(
        queues: [String] = ["default"], slots: Int = 10, grace: Duration = .seconds(20),
        retention: Retention = Retention(), beat: Duration = .seconds(60),
        lease: Duration = .seconds(180), replyLimit: Int = 64 << 20
    ) {
        self.queues = queues
        self.slots = min(max(slots, 1), 10_000)
        self.grace = grace
        self.retention = retention
        self.beat = beat
        self.lease = min(max(lease, beat * 2), .seconds(86_400))
        self.replyLimit = replyLimit
    }

    /// The end of the name of a branch.
    private static let branch = ".*"

    /// True if it claims from all queues of a branch.
    var hasBranches: Bool { queues.contains { $0.hasSuffix(Self.branch) } }

    /// The queues, with the roots of branches in place of those.
    var queueNames: [String] {
        var seen: Set<String> = []
        return queues.map { $0.hasSuffix(Self.branch) ? String($0.dropLast(Self.branch.count)) : $0 }
            .filter { seen.insert($0).inserted }
    }
}
