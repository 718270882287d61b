public import Foundation

/// A job as pages show it: all that is stored of it, but of what may be long the beginning alone. What is longer does not
/// leave the database.
public struct ShownJob: Decodable, Sendable {
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
    /// The language of whoever offloaded it.
    public var locale: String?
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
    /// What the handler gets, as JSON, or its beginning.
    public var arguments: String
    /// How many bytes the whole has.
    public var argumentsSize: Int
    /// The answer, as JSON, or its beginning.
    public var reply: String?
    /// How many bytes the whole has.
    public var replySize: Int?
    /// How far it is; of a long note the beginning.
    public var progress: JobProgress?
    /// How many bytes the JSON of its progress has.
    public var progressSize: Int?
    /// What kind of error the last attempt failed with.
    public var errorType: String?
    /// What that error says, or its beginning.
    public var errorMessage: String?
    /// How many bytes the JSON of the error has.
    public var errorSize: Int?

    /// Its ticket.
    public var ticket: TicketID { TicketID(queue: queue, number: id) }

    /// How many bytes the JSON of a part has; nil if there is none.
    public func size(of part: JobPart) -> Int? {
        switch part {
        case .arguments: argumentsSize
        case .reply: replySize
        case .progress: progressSize
        case .error: errorSize
        }
    }

    /// Whether only the beginning of a part is here.
    public func isCut(_ part: JobPart) -> Bool { (size(of: part) ?? 0) > JobPart.shown }
}
