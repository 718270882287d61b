/// What a function may know of the job that it runs in.
public struct JobContext: Sendable, Hashable {
    /// The job's ticket.
    public let ticket: TicketID
    /// Which attempt this is, from 1.
    public let attempt: Int
    /// Who makes it: with the attempt, the fence.
    package let worker: Int

    package init(ticket: TicketID, worker: Int, attempt: Int) {
        self.ticket = ticket
        self.worker = worker
        self.attempt = attempt
    }

    /// The same in every attempt: what to hand to a far system, so that it can tell a repetition.
    public var key: String { ticket.description }
}
