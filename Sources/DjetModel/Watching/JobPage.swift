public import Foundation

/// A page of a list of jobs: running jobs first, then other live jobs, then ended ones; the last first in
/// each part.
public struct JobPage: Sendable {
    /// The jobs.
    public var jobs: [JobSummary]
    /// The place where the list goes on; nil at its end.
    public var next: JobCursor?
    /// The number of jobs that were looked at.
    public var looked: Int
    /// The time back to which a search that stopped early has looked at ended jobs; otherwise nil. It can go
    /// on from `next`.
    public var lookedBackTo: Date?
    /// True if the search stopped before the page was full. The rest may hold more jobs, or none.
    public var isCutShort: Bool
}

/// The result of one statement of a search.
struct JobFinding: Sendable {
    var jobs: [JobSummary]
    var looked: Int
    var isWhole: Bool
    /// The place where the search can go on.
    var place: JobCursor.Place?
}
