public import Foundation

/// A job as pages show it: everything that is stored, but only the beginning of long parts. The rest does not
/// leave the database.
public struct ShownJob: Decodable, Sendable {
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
    /// The language of that user.
    public var locale: String?
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
    /// The handler's arguments as JSON, or their beginning.
    public var arguments: String
    /// The number of bytes of the whole.
    public var argumentsSize: Int
    /// The reply as JSON, or its beginning.
    public var reply: String?
    /// The number of bytes of the whole.
    public var replySize: Int?
    /// The progress, with the beginning of a long note.
    public var progress: JobProgress?
    /// The number of bytes of the progress as JSON.
    public var progressSize: Int?
    /// The type of the last attempt's error.
    public var errorType: String?
    /// The message of that error, or its beginning.
    public var errorMessage: String?
    /// The number of bytes of the error as JSON.
    public var errorSize: Int?

    /// The job's ticket.
    public var ticket: TicketID { TicketID(queue: queue, number: id) }

    /// Returns the number of bytes of a part as JSON; nil if there is none.
    public func size(of part: JobPart) -> Int? {
        switch part {
        case .arguments: argumentsSize
        case .reply: replySize
        case .progress: progressSize
        case .error: errorSize
        }
    }

    /// Returns true if only the beginning of a part is here.
    public func isCut(_ part: JobPart) -> Bool { (size(of: part) ?? 0) > JobPart.shown }
}
