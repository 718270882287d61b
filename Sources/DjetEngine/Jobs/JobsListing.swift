import DjetModel
import Foundation

/// The jobs page: the counts by status, and a part of the list.
struct JobsListing: Codable, Sendable {
    /// The number of jobs in a status.
    struct Count: Codable, Sendable {
        var status: JobStatus
        var amount: Int
        /// True if the jobs were counted; false if there are so many that the amount is an estimate.
        var isExact: Bool
        /// The address of the list of these jobs.
        var path: String
        /// True if the list shows this status.
        var isHere: Bool
    }

    /// The outcome of a bulk action that has just run.
    struct Done: Codable, Sendable {
        var action: BulkAction
        var amount: Int
        var done: Int
        var areMoreLeft: Bool
    }

    var filter: JobSearch
    var counts: [Count]
    var jobs: [ListedJob]
    /// The address where the list goes on; null at its end.
    var next: String?
    /// The address of the list's beginning; null if this is it.
    var newest: String?
    /// The number of jobs looked at for this page.
    var looked: Int
    /// True if the search stopped before the page was full; it goes on at `next`.
    var isCutShort: Bool
    /// The time back to which all ended jobs were looked at, if the search stopped early.
    var lookedBackTo: Date?
    var oldestSnapshot: OldestSnapshot?
    var done: Done?
    /// The group that the filter names; null if it names none.
    var group: ShownGroup?
    /// The choices and actions of the HTML page; null for programs.
    var form: JobsForm?
}

/// The choices and actions of the jobs page.
struct JobsForm: Codable, Sendable {
    var queues: [JobsChoice]
    var statuses: [JobsChoice]
    var kinds: [String]
    var since: String?
    var until: String?
    /// True if the oldest come first.
    var isOldestFirst: Bool
    /// The address of the list in the other order.
    var turnedPath: String
    /// True if the list is ordered by the jobs' ends alone.
    var isByEnd: Bool
    var isFiltered: Bool
    /// True if a filter is set that the page folds away.
    var hasMore: Bool
    /// True if there is something to remark on a job that is listed.
    var hasRemarks: Bool
    var mayOperate: Bool
    var maySeeArguments: Bool
    /// The addresses that change all jobs matching the filter; null if none can be changed.
    var cancelAllPath: String?
    var retryAllPath: String?
    var deleteAllPath: String?
    var throughput: String
    var times: String
    /// True if the snapshot is old enough to do harm.
    var isSnapshotOld: Bool
}

/// An option of a choice in a form.
struct JobsChoice: Codable, Sendable {
    var value: String
    var isSelected: Bool

    init(_ value: String, selected: String?) {
        self.value = value
        isSelected = value == selected
    }
}
