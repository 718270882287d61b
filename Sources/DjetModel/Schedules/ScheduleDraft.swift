/// The values of a schedule that a person adds or changes by hand. Nil leaves a value as it is.
public struct ScheduleDraft: Codable, Sendable, Hashable {
    /// The rule: fields of cron, a macro such as `@daily`, or `@every` with an interval.
    public var rule: String?
    /// The time zone of the rule. UTC, if a new schedule has none.
    public var zone: String?
    /// The kind of its jobs.
    public var kind: String?
    /// The arguments of its jobs, as JSON. None, if a new schedule has none.
    public var arguments: String?
    /// The queue that its jobs join. The function's own, if a new schedule has none.
    public var queue: String?
    /// The priority of its jobs, from 0, which goes first, to 9.
    public var priority: Int?
    /// The fate of due times at which no worker was there.
    public var missed: Schedule.Missed?
    /// The fate of a due time while the job before is live.
    public var overlap: Schedule.Overlap?
    /// The user on whose behalf its jobs run. The acting user, if a new schedule has none.
    public var user: String?
    /// The tenant on whose behalf its jobs run. The acting one, if a new schedule has none.
    public var tenant: String?
    /// The rule by which its jobs are unique. The function's own, if a new schedule has none.
    public var unique: Unique?
    /// The terms of its jobs, in place of the function's own.
    public var terms: ScheduleTerms
    /// The values to take away. One that is given as well counts.
    public var removed: Set<Removable>

    /// Creates the values. Only those that are given count.
    public init(
        rule: String? = nil, zone: String? = nil, kind: String? = nil, arguments: String? = nil,
        queue: String? = nil, priority: Int? = nil, missed: Schedule.Missed? = nil,
        overlap: Schedule.Overlap? = nil, user: String? = nil, tenant: String? = nil,
        unique: Unique? = nil, terms: ScheduleTerms = ScheduleTerms(), removed: Set<Removable> = []
    ) {
        self.rule = rule
        self.zone = zone
        self.kind = kind
        self.arguments = arguments
        self.queue = queue
        self.priority = priority
        self.missed = missed
        self.overlap = overlap
        self.user = user
        self.tenant = tenant
        self.unique = unique
        self.terms = terms
        self.removed = removed
    }

    /// The values that a schedule can do without: no tenant, the function's own terms, no unique jobs.
    public enum Removable: String, Codable, Sendable, CaseIterable {
        /// The value of this name.
        case tenant, timeout, attempts, expires, tags, note, unique
    }
}
