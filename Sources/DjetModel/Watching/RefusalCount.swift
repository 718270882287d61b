public import Foundation

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
