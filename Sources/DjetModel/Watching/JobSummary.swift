import DjetStore
public import Foundation

/// What a list says of a job: all but what may be long.
public struct JobSummary: Codable, Sendable, Hashable {
    /// Its number.
    public var id: Int64
    /// The line it stands, or stood, in.
    public var queue: String
    /// Which handler it needs: for a model function, the function's name.
    public var kind: String
    /// Where it stands.
    public var status: JobStatus
    /// 0 goes first, 9 last.
    public var priority: Int
    /// How often it has been claimed.
    public var attempt: Int
    /// How many attempts it has.
    public var attemptLimit: Int
    /// How many jobs it waits for.
    public var waitingFor: Int
    /// Who runs it, or ran it last.
    public var worker: Int?
    /// Who offloaded it; nil if nobody was signed in.
    public var user: String?
    /// When it was offloaded.
    public var offloadedAt: Date
    /// Not before this time.
    public var runAt: Date
    /// When the last attempt began.
    public var claimedAt: Date?
    /// When it ended.
    public var finishedAt: Date?
    /// Whether its worker has been asked to stop it.
    public var cancelRequested: Bool
    /// How far it is.
    public var progress: JobProgress?
    /// What kind of error the last attempt failed with.
    public var errorType: String?
    /// What that error says: its first 300 characters.
    public var errorMessage: String?

    /// What a list says of a job of which all is known.
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

    /// What a list says of a job that is shown.
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

    /// Its ticket.
    public var ticket: TicketID { TicketID(queue: queue, number: id) }
}
