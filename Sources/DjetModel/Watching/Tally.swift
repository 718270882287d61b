public import Foundation

/// How many jobs ended in one way in a minute, hour or day.
public struct Tally: Codable, Sendable, Hashable {
    /// When it began.
    public var since: Date
    /// How they ended.
    public var status: JobStatus
    /// How many jobs ended, also those that have been retried since.
    public var amount: Int
    /// The seconds, together, from when they could run until they were claimed.
    public var waited: Double
    /// The seconds, together, from when they were claimed until they ended.
    public var ran: Double
}
