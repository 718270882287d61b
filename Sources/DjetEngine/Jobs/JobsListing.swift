import DjetModel
import Foundation

/// The jobs page: how many there are, and a part of the list.
struct JobsListing: Codable, Sendable {
    /// How many jobs are in a status.
    struct Count: Codable, Sendable {
        var status: JobStatus
        var amount: Int
        /// Whether they were counted; otherwise there are so many that the amount is an estimate.
        var isExact: Bool
        /// The list of them.
        var path: String
        /// Whether they are what is listed.
        var isHere: Bool
    }

    /// What has just been done to jobs of the list.
    struct Done: Codable, Sendable {
        var action: BulkAction
        var amount: Int
        var done: Int
        var areMoreLeft: Bool
    }

    var filter: JobsFilter
    var counts: [Count]
    var jobs: [JobLine]
    /// Where the list goes on; null at its end.
    var next: String?
    /// Where it begins; null if this is its beginning.
    var newest: String?
    /// How many jobs were looked at for it.
    var looked: Int
    /// Whether the search stopped before the page was full; it goes on at `next`.
    var isCutShort: Bool
    /// If it stopped so: all that ended at this time or later has been looked at.
    var lookedBackTo: Date?
    var oldestSnapshot: OldestSnapshot?
    var done: Done?
    /// What the page offers; not for programs.
    var form: JobsForm?
}

/// What the jobs page offers to choose from, and to do.
struct JobsForm: Codable, Sendable {
    var queues: [JobsChoice]
    var statuses: [JobsChoice]
    var kinds: [String]
    var since: String?
    var until: String?
    var isFiltered: Bool
    var mayOperate: Bool
    var maySeeArguments: Bool
    /// What changes all that the filter lets through; null if nothing can be.
    var cancelAllPath: String?
    var retryAllPath: String?
    var throughput: String
    var times: String
    /// Whether the snapshot is so old that it harms.
    var isSnapshotOld: Bool
}
