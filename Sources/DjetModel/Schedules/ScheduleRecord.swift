public import Foundation

/// A schedule as it stands in the database.
public struct ScheduleRecord: Codable, Sendable, Hashable {
    /// The name, by which people and parts know it.
    public var name: String
    /// The rule, as it was written.
    public var rule: String
    /// The time zone of the rule.
    public var zone: String
    /// The kind of its jobs.
    public var kind: String
    /// The queue that its jobs join.
    public var queue: String
    /// The priority of its jobs.
    public var priority: Int
    /// The fate of due times at which no worker was there.
    public var missed: Schedule.Missed
    /// The fate of a due time while the job before is live.
    public var overlap: Schedule.Overlap
    /// The arguments of its jobs, as JSON.
    public var arguments: String
    /// The user on whose behalf its jobs run.
    public var user: String?
    /// The locale of its jobs.
    public var locale: String?
    /// The tenant on whose behalf its jobs run.
    public var tenant: String?
    /// The next due time; nil while it is paused or retired.
    public var nextAt: Date?
    /// The due time of its last job.
    public var lastAt: Date?
    /// The number of its last job.
    public var lastJob: Int64?
    /// The queue of its last job; nil if that is no longer kept.
    public var lastQueue: String?
    /// The status of its last job; nil if that is no longer kept.
    public var lastStatus: JobStatus?
    /// The last due time that made no job, since the job before was live or no worker was there.
    public var skippedAt: Date?
    /// The time since which it makes no jobs; nil if it makes some.
    public var pausedAt: Date?
    /// The user who paused it; nil if it paused itself.
    public var pausedBy: String?
    /// The reason for the pause.
    public var pausedWhy: String?
    /// The part of the program that declares it; nil if it was added by hand.
    public var part: String?
    /// The time when its part no longer declared it.
    public var retiredAt: Date?
    /// The time when it was added or first declared.
    public var createdAt: Date
    /// The time when a person last changed or added it. It then keeps what the person chose.
    public var changedAt: Date?
    /// The user who changed it.
    public var changedBy: String?
    /// The declaration of its part, as JSON.
    public var declared: String?
    /// The terms of its jobs, in place of the function's own.
    public var terms: ScheduleTerms
    /// The rule by which its jobs are unique; nil if they are not.
    public var unique: Unique?

    /// The state that decides whether it makes jobs.
    public var state: State { retiredAt != nil ? .retired : pausedAt != nil ? .paused : .active }

    /// True if a person's choice stands in place of a part's declaration.
    public var isChanged: Bool { part != nil && changedAt != nil }

    /// The ticket of its last job; nil if that is no longer kept.
    public var lastTicket: TicketID? {
        guard let lastQueue, let lastJob else { return nil }
        return TicketID(queue: lastQueue, number: lastJob)
    }

    /// The states of a schedule.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// It makes jobs.
        case active
        /// It makes none until somebody resumes it.
        case paused
        /// No part declares it any more: it makes none.
        case retired
    }
}
