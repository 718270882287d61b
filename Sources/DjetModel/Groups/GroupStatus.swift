public import Foundation

/// The counts of a group. Groups within it are counted once they have ended. A job that is retried lives
/// again, and counts by its new end, in its group and in those around it.
public struct GroupStatus: Codable, Sendable, Hashable {
    /// The number of the group.
    public var id: GroupID
    /// The name.
    public var name: String
    /// The number of its jobs, live and ended.
    public var jobs: Int
    /// The number of jobs that finished.
    public var finished: Int
    /// The number of jobs that failed for good.
    public var failed: Int
    /// The number of jobs that were cancelled.
    public var cancelled: Int
    /// The time when it was made.
    public var madeAt: Date
    /// The time when all had ended; nil before. Jobs that are retried since change the counts, and may add
    /// others while they live.
    public var endedAt: Date?
    /// The group whose job made it.
    public var outerGroup: GroupID?
    /// The job that runs when all have ended.
    public var then: TicketID?
    /// The status of that job; nil if it is no longer stored.
    public var thenStatus: JobStatus?

    /// The number of jobs that have not ended.
    public var live: Int { max(jobs - finished - failed - cancelled, 0) }

    /// The jobs that have ended, of all that are known so far.
    public var progress: JobProgress { JobProgress(done: jobs - live, of: jobs, note: name) }
}
