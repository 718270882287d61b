import DjetJSON
public import Foundation

/// A job in a list, without its long parts.
public struct JobSummary: Codable, Sendable, Hashable {
    /// The job's number.
    public var id: Int64
    /// The queue that it is, or was, in.
    public var queue: String
    /// The kind of handler it needs; for a model function, the function's name.
    public var kind: String
    /// The status.
    public var status: JobStatus
    /// The priority: 0 goes first, 9 last.
    public var priority: Int
    /// The number of times it was claimed.
    public var attempt: Int
    /// The number of attempts that it may take.
    public var attemptLimit: Int
    /// The number of jobs it waits for.
    public var waitingFor: Int
    /// The worker that runs it, or ran it last.
    public var worker: Int?
    /// The user who offloaded it; nil if nobody was signed in.
    public var user: String?
    /// The tenant on whose behalf it runs; nil for none.
    public var tenant: String?
    /// The time when it was offloaded.
    public var offloadedAt: Date
    /// The earliest time at which it may run.
    public var runAt: Date
    /// The time when the last attempt began.
    public var claimedAt: Date?
    /// The time when it ended.
    public var finishedAt: Date?
    /// True if its worker has been asked to stop it.
    public var cancelRequested: Bool
    /// The progress.
    public var progress: JobProgress?
    /// The signal on which it is parked until that comes, or until `runAt`. Only lists tell it.
    public var signal: String?
    /// The type of the last attempt's error.
    public var errorType: String?
    /// The message of that error: its first 300 characters, and `…` if there are more.
    public var errorMessage: String?

    /// Returns an error's message as a summary has it.
    static func shortened(_ message: String) -> String {
        let beginning = message.beginning(300)
        return beginning.utf8.count < message.utf8.count ? beginning + "…" : message
    }

    /// The job's ticket.
    public var ticket: TicketID { TicketID(queue: queue, number: id) }
}
