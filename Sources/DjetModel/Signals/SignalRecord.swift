public import Foundation

/// A signal of a job, without its value: one that was sent, or one that the job waits for.
public struct SignalRecord: Codable, Sendable, Hashable {
    /// The name.
    public var name: String
    /// The time at which the wait is over; nil if the signal was sent.
    public var endsAt: Date?
    /// The time when the job was told that the wait is over; nil if it was not.
    public var timedOutAt: Date?
    /// The time when the signal was sent; nil if it was not.
    public var sentAt: Date?
    /// The person who sent it; nil for nobody in particular.
    public var sentBy: String?
    /// True if the job does nothing until the signal comes, or until the wait is over.
    public var isParked: Bool

    /// True if the job waits for the signal.
    public var isAwaited: Bool { sentAt == nil && timedOutAt == nil }
}
