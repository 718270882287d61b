public import Foundation

/// The state of a job, for those who wait for it.
public struct TicketState: Codable, Sendable, Hashable {
    /// The job's ticket.
    public var ticket: TicketID
    /// The kind of handler it needs; for a model function, the function's name.
    public var kind: String
    /// The status.
    public var status: JobStatus
    /// The number of times it was claimed.
    public var attempt: Int
    /// The number of attempts that it may take.
    public var attemptLimit: Int
    /// The number of jobs it waits for.
    public var waitingFor: Int
    /// True if its worker has been asked to stop it.
    public var cancelRequested: Bool
    /// The time when it was offloaded.
    public var offloadedAt: Date
    /// The earliest time at which it may run.
    public var runAt: Date
    /// The time when the last attempt began.
    public var claimedAt: Date?
    /// The time when it ended.
    public var finishedAt: Date?
    /// The type of the last attempt's error.
    public var errorType: String?
    /// The error of the last attempt.
    public var error: String?
}
