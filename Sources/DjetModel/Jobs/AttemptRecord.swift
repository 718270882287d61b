public import Foundation

/// A failed attempt.
public struct AttemptRecord: Decodable, Sendable {
    /// When it began.
    public var startedAt: Date
    /// When it failed.
    public var endedAt: Date
    /// Who tried.
    public var worker: Int
    /// Which attempt it was, from 1.
    public var attempt: Int
    /// What went wrong.
    public var error: JobFailure
}
