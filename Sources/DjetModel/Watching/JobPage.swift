public import Foundation

/// A part of a list of jobs: what runs first, then what else is live, then what has ended; of each, the last
/// first.
public struct JobPage: Sendable {
    /// The jobs.
    public var jobs: [JobSummary]
    /// Where the list goes on; nil at its end.
    public var next: JobCursor?
    /// How many jobs were looked at.
    public var looked: Int
    /// Set if the search stopped before the page was full: it has looked at all that ended at this time or
    /// later, and can go on from `next`.
    public var lookedBackTo: Date?
    /// Whether the search stopped before the page was full. What follows may hold more, or nothing.
    public var isCutShort: Bool
}

/// What one statement found.
struct JobFinding: Sendable {
    var jobs: [JobSummary]
    var looked: Int
    var isWhole: Bool
    /// From where it can go on.
    var place: JobCursor.Place?
}
