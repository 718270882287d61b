public import Foundation

/// A failed attempt.
public struct AttemptRecord: Decodable, Sendable {
    /// The time when it began.
    public var startedAt: Date
    /// The time when it failed.
    public var endedAt: Date
    /// The worker that made the attempt.
    public var worker: Int
    /// The number of the attempt, from 1.
    public var attempt: Int
    /// The error.
    public var error: JobFailure
}
