/// The job that a function runs in.
public struct JobContext: Sendable, Hashable {
    /// The job's ticket.
    public let ticket: TicketID
    /// The number of this attempt, from 1.
    public let attempt: Int
    /// The worker that makes the attempt. Worker and attempt together are the fence.
    package let worker: Int

    /// The schedule that made the job, and the due time; nil if it was offloaded otherwise.
    public let schedule: ScheduledTime?
    /// The group that the job belongs to; nil if it belongs to none.
    public let group: GroupID?

    package init(
        ticket: TicketID, worker: Int, attempt: Int, schedule: ScheduledTime? = nil, group: GroupID? = nil
    ) {
        self.ticket = ticket
        self.worker = worker
        self.attempt = attempt
        self.schedule = schedule
        self.group = group
    }

    /// The same text in every attempt. Hand it to another system so that it can tell a repetition.
    public var key: String { ticket.description }
}
