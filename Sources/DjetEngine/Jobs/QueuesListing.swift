import DjetModel
import Foundation

/// The queues with their job counts and their pauses.
struct QueuesListing: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var name: String
        var pausedAt: Date?
        var pausedBy: String?
        /// The queue above it that is paused, and this one with it; null if none is.
        var pausedWith: String?
        /// True if the queue itself is paused.
        var isPaused: Bool
        var workers: Int
        var slots: Int
        var counts: [JobsListing.Count]
        /// The address of the list of its jobs.
        var path: String
        /// The address that pauses or resumes it.
        var actionPath: String
        /// Its limits.
        var limit: QueueLimit
        /// Its limits in words; null if it has none.
        var limits: String?
        /// The number of jobs that run under its limits; null if it has none of running jobs.
        var inUse: Int?
        /// The address that sets its limits.
        var limitPath: String
    }

    var queues: [Entry]
    /// The address where the list goes on; null at its end.
    var next: String?
    /// The address of the list's beginning; null if this is it.
    var first: String?
    /// The statuses that the columns count.
    var statuses: [JobStatus]
    var mayOperate: Bool
    /// The address that limits a queue by its name.
    var newLimitPath: String

    /// The most queues on a page, or in a choice.
    static let longest = 500

    /// Creates a page of the queues; `next` is the address of the one behind it.
    init(_ queues: ArraySlice<QueueRecord>, _ counts: [JobCount], next: String?, _ visit: Visit) {
        let base = visit.path()
        let counts = Dictionary(grouping: counts, by: \.queue)
        self.next = next
        first = visit.query["after"].map { _ in visit.path("queues") }
        statuses = JobStatus.inOrder
        mayOperate = visit.may(.operate)
        newLimitPath = visit.path("queues")
        self.queues = queues.map { queue in
            Entry(
                name: queue.name, pausedAt: queue.pausedAt, pausedBy: queue.pausedBy,
                pausedWith: queue.pausedWith, isPaused: queue.pausedAt != nil, workers: queue.workers,
                slots: queue.slots,
                counts: Self.counts(of: queue.name, counts[queue.name] ?? [], base),
                path: "\(base)?queue=\(Percent.encoded(queue.name))",
                actionPath: visit.path("queues", queue.name, queue.pausedAt == nil ? "pause" : "resume"),
                limit: queue.limit, limits: queue.limit.isEmpty ? nil : queue.limit.description,
                inUse: queue.limit.countsRunning ? queue.inUse : nil,
                limitPath: visit.path("queues", queue.name, "limit"))
        }
    }

    private static func counts(of queue: String, _ counts: [JobCount], _ base: String) -> [JobsListing.Count]
    {
        JobStatus.inOrder.map { status in
            let count = counts.first { $0.status == status }
            return JobsListing.Count(
                status: status, amount: count?.amount ?? 0, isExact: count?.isExact ?? true,
                path: "\(base)?queue=\(Percent.encoded(queue))&status=\(status.rawValue)", isHere: false)
        }
    }
}

/// The outcome of pausing or resuming a queue.
struct QueueChange: Codable, Sendable {
    var queue: String
    var isPaused: Bool
    /// True if the state was another before.
    var isChanged: Bool
}

/// The outcome of setting a queue's limits.
struct QueueLimitChange: Codable, Sendable {
    var queue: String
    /// The limits in words; empty if there are none.
    var limit: String
}
