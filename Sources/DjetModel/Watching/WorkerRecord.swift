public import Foundation

/// A worker.
public struct WorkerRecord: Codable, Sendable, Hashable {
    /// Its number.
    public var id: Int
    /// The machine it runs on.
    public var host: String
    /// Its process there.
    public var pid: Int
    /// The queues it claims from.
    public var queues: [String]
    /// How many jobs it runs at once.
    public var slots: Int
    /// When it registered.
    public var startedAt: Date
    /// Its last beat.
    public var seenAt: Date
    /// Whether its session still lasts; otherwise its jobs are rescued soon.
    public var isAlive: Bool
}
