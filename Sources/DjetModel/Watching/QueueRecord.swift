public import Foundation

/// A queue that has jobs or workers, or is paused.
public struct QueueRecord: Codable, Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The time since which workers claim nothing from it; nil if they do.
    public var pausedAt: Date?
    /// The user who paused it.
    public var pausedBy: String?
    /// The number of workers that claim from it.
    public var workers: Int
    /// The number of jobs that those run at once, from all of their queues together.
    public var slots: Int
}
