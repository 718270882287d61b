public import Foundation

/// All that is stored of a job.
public struct JobRecord: Decodable, Sendable {
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
    /// What the handler gets, as JSON.
    public var arguments: String
    /// On whose behalf it runs, as JSON.
    public var environment: String
    /// How far it is.
    public var progress: JobProgress?
    /// The answer, as JSON.
    public var reply: String?
    /// Why the last attempt failed.
    public var error: JobFailure?

    /// Its ticket.
    public var ticket: TicketID { TicketID(queue: queue, number: id) }
}
