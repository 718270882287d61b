public import Foundation

/// A queue that has jobs or workers, or has been paused.
public struct QueueRecord: Codable, Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Since when no worker gets a job from it; nil if workers do.
    public var pausedAt: Date?
    /// Who paused it.
    public var pausedBy: String?
    /// How many workers claim from it.
    public var workers: Int
    /// How many jobs those run at once, of all their queues together.
    public var slots: Int
}
