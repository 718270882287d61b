public import Foundation

/// Where a job stands, for those who wait for it.
public struct TicketState: Codable, Sendable, Hashable {
    /// The job's ticket.
    public var ticket: TicketID
    /// Which handler it needs: for a model function, the function's name.
    public var kind: String
    /// Where it stands.
    public var status: JobStatus
    /// How often it has been claimed.
    public var attempt: Int
    /// How many attempts it has.
    public var attemptLimit: Int
    /// How many jobs it waits for.
    public var waitingFor: Int
    /// Whether its worker has been asked to stop it.
    public var cancelRequested: Bool
    /// When it was offloaded.
    public var offloadedAt: Date
    /// Not before this time.
    public var runAt: Date
    /// When the last attempt began.
    public var claimedAt: Date?
    /// When it ended.
    public var finishedAt: Date?
    /// What kind of error the last attempt failed with.
    public var errorType: String?
    /// Why the last attempt failed.
    public var error: String?
}
