public import Foundation

/// The number of jobs that ended with one status in a minute, hour or day.
public struct Tally: Codable, Sendable, Hashable {
    /// The time when the span began.
    public var since: Date
    /// The status with which they ended.
    public var status: JobStatus
    /// The number of jobs, those that have been retried or deleted since included.
    public var amount: Int
    /// The total seconds from the time they could run until their claim.
    public var waited: Double
    /// The total seconds from their claim until their end.
    public var ran: Double
}
