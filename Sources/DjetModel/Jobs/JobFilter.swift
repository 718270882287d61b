/// Which jobs to list: those for which all that is set is true, the newest first.
public struct JobFilter: Sendable {
    /// Of this queue.
    public var queue: String?
    /// Of this kind.
    public var kind: String?
    /// In this status.
    public var status: JobStatus?
    /// With a number below this one: the next page starts below the last one's lowest.
    public var before: Int64?
    /// How many at the most.
    public var limit: Int

    /// All jobs, 50 at a time, unless told otherwise.
    public init(
        queue: String? = nil, kind: String? = nil, status: JobStatus? = nil, before: Int64? = nil,
        limit: Int = 50
    ) {
        self.queue = queue
        self.kind = kind
        self.status = status
        self.before = before
        self.limit = limit
    }
}
