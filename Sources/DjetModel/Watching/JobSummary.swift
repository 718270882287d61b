import DjetStore
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
    /// The type of the last attempt's error.
    public var errorType: String?
    /// The message of that error: its first 300 characters.
    public var errorMessage: String?

    /// Creates the summary of a record.
    package init(_ job: JobRecord) {
        id = job.id
        queue = job.queue
        kind = job.kind
        status = job.status
        priority = job.priority
        attempt = job.attempt
        attemptLimit = job.attemptLimit
        waitingFor = job.waitingFor
        worker = job.worker
        user = (try? JSONReader.tree(of: job.environment))?["user"]?.text
        offloadedAt = job.offloadedAt
        runAt = job.runAt
        claimedAt = job.claimedAt
        finishedAt = job.finishedAt
        cancelRequested = job.cancelRequested
        progress = job.progress
        errorType = job.error?.type
        errorMessage = job.error.map { $0.message.beginning(300) }
    }

    /// Creates the summary of a shown job.
    package init(_ job: ShownJob) {
        id = job.id
        queue = job.queue
        kind = job.kind
        status = job.status
        priority = job.priority
        attempt = job.attempt
        attemptLimit = job.attemptLimit
        waitingFor = job.waitingFor
        worker = job.worker
        user = job.user
        offloadedAt = job.offloadedAt
        runAt = job.runAt
        claimedAt = job.claimedAt
        finishedAt = job.finishedAt
        cancelRequested = job.cancelRequested
        progress = job.progress
        errorType = job.errorType
        errorMessage = job.errorMessage.map { $0.beginning(300) }
    }

    /// The job's ticket.
    public var ticket: TicketID { TicketID(queue: queue, number: id) }
}
