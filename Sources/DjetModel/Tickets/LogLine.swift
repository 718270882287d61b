public import Foundation

/// A line that a job logged.
public struct LogLine: Codable, Sendable, Hashable {
    /// The line's number, which grows from line to line of a job.
    public var id: Int64
    /// The time when it was logged.
    public var at: Date
    /// The attempt that logged it, from 1.
    public var attempt: Int
    /// The level: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`.
    public var level: String
    /// The message, with its metadata.
    public var message: String
}
