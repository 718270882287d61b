public import Foundation

/// A queue that has jobs, workers or limits, or is paused.
public struct QueueRecord: Codable, Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The time since which workers claim nothing from it; nil if they do.
    public var pausedAt: Date?
    /// The user who paused it.
    public var pausedBy: String?
    /// The queue above it that is paused, and this one with it; nil if none is.
    public var pausedWith: String?
    /// The number of workers that claim from it.
    public var workers: Int
    /// The number of jobs that those run at once, from all of their queues together.
    public var slots: Int
    /// Its own limits, empty for none. Those of the queues above it hold as well.
    public var limit: QueueLimit
    /// The number of jobs that run under its limits of running jobs; nil if it has no limits.
    public var inUse: Int?

    /// True if workers claim nothing from it.
    public var isPaused: Bool { pausedAt != nil || pausedWith != nil }
}
