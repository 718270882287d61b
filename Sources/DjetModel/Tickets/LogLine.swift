public import Foundation

/// A line of what a job logged while it ran.
public struct LogLine: Codable, Sendable, Hashable {
    /// Grows from line to line of a job.
    public var id: Int64
    /// When it was logged.
    public var at: Date
    /// In which attempt, from 1.
    public var attempt: Int
    /// How grave it is: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`.
    public var level: String
    /// What was logged, with what was logged along with it.
    public var message: String
}
