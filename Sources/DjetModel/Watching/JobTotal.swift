/// The jobs of one queue or one kind that have ended with one status since the totals began.
///
/// Its numbers never fall, but when the totals begin anew: a monitor reads them as counters.
package struct JobTotal: Codable, Sendable, Hashable {
    /// The queue or the kind; `JobCount.others` for those that are not told apart.
    package var name: String
    /// The status with which they ended.
    package var status: JobStatus
    /// The number of jobs.
    package var amount: Int
    /// The number of their attempts.
    package var attempts: Int
    /// The total seconds from the time they could run until their last claim.
    package var waited: Double
    /// The total seconds from their last claim until their end.
    package var ran: Double
}

/// The number of ended jobs of one queue or one kind whose time lies in one bucket.
package struct JobSpread: Codable, Sendable, Hashable {
    /// The times that are sorted into buckets.
    package enum Time: String, Sendable {
        /// The time from when a job could run until its last claim.
        case waited
        /// The time from its last claim until its end.
        case ran
    }

    /// The queue or the kind; `JobCount.others` for those that are not told apart.
    package var name: String
    /// The number of bounds that the times are greater than.
    package var bucket: Int
    /// The number of jobs.
    package var amount: Int
}

/// The time that the next job of a queue has been able to run.
package struct OldestWait: Codable, Sendable, Hashable {
    /// The queue; `JobCount.others` for the longest of those that are not told apart.
    package var name: String
    /// The seconds.
    package var seconds: Double
}

/// The subject by which figures are grouped.
package enum FigureSubject: String, Sendable {
    /// The queue of a job.
    case queue
    /// The kind of a job.
    case kind
}
