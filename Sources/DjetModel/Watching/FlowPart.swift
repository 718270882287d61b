/// A job of the flow around another one, or the rest of a step, which is not told job by job.
public struct FlowPart: Codable, Sendable, Hashable {
    /// The distance from the job: negative for what it needs, 0 for itself.
    public var step: Int
    /// The job's number; nil for a rest.
    public var id: Int64?
    /// The queue of the job.
    public var queue: String?
    /// The kind of the job.
    public var kind: String?
    /// The status of the job.
    public var status: JobStatus?
    /// The number of jobs: 1, or those of the rest.
    public var amount: Int
    /// False if there may be more than that.
    public var isExact: Bool
    /// The told jobs that a job needs; for a rest, the told jobs that need some of it, or that it needs.
    public var linked: [Int64]

    /// The job's ticket; nil for a rest.
    public var ticket: TicketID? {
        guard let id, let queue else { return nil }
        return TicketID(queue: queue, number: id)
    }
}
