public import Foundation

/// A worker.
public struct WorkerRecord: Codable, Sendable, Hashable {
    /// The worker's number.
    public var id: Int
    /// The machine it runs on.
    public var host: String
    /// Its process on that machine.
    public var pid: Int
    /// The queues it claims from.
    public var queues: [String]
    /// The number of jobs it runs at once.
    public var slots: Int
    /// The time when it registered.
    public var startedAt: Date
    /// The time of its last beat.
    public var seenAt: Date
    /// True if its session lasts; otherwise its jobs are rescued soon.
    public var isAlive: Bool
}

/// The number of refused reports from workers that no longer held the job, because they had been frozen or
/// cut off.
public struct RefusalCount: Codable, Sendable, Hashable {
    /// The kind of report: `reply`, `fail`, `snooze`, `progress`, `log`, `step`, `transaction` or `release`.
    public var what: String
    /// The number of refusals since the queue was made.
    public var amount: Int
    /// The time of the last one.
    public var lastAt: Date
}
