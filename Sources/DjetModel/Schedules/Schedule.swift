import DjetJSON

/// Jobs that come again and again, as a part of a program declares them.
///
/// ```swift
/// Schedule("dunning", "30 6 * * 1-5", zone: "Europe/Copenhagen") { RemindLatePayers() }
/// Schedule("totals", every: .seconds(600)) { CountTotals() }
/// ```
///
/// Whichever worker of the queue looks first makes the job when it is due. What a person changes by hand wins
/// over the declaration. A schedule that is no longer declared is retired, not deleted.
public struct Schedule: Sendable {
    /// The name, by which people know it; unique among all parts.
    public var name: String
    /// The rule: five fields of cron (minute, hour, day, month, weekday), a sixth one for seconds if wanted,
    /// a macro such as `@daily`, or `@every` with an interval.
    public var rule: String
    /// The time zone of the rule, such as `Europe/Copenhagen`.
    public var zone: String
    /// The kind of its jobs: the name of the function that they run.
    public let kind: String
    /// The queue that its jobs join. The function's own, unless the declaration says otherwise.
    public var queue: String
    /// The priority of its jobs. The function's own, unless the declaration says otherwise.
    public var priority: Int
    /// The user on whose behalf its jobs run; nil for nobody.
    public var user: String?
    /// The locale of its jobs; nil for none.
    public var locale: String?
    /// The tenant on whose behalf its jobs run; nil for none.
    public var tenant: String?
    /// The fate of due times at which no worker was there.
    public var missed: Missed
    /// The fate of a due time while the job before is live.
    public var overlap: Overlap
    /// The terms of its jobs, in place of the function's own.
    public var terms: ScheduleTerms
    /// True if it makes no jobs until somebody resumes it. It counts when the schedule is declared first.
    public var isPaused: Bool
    /// The rule by which its jobs are unique. The function's own, unless the declaration says otherwise.
    public var unique: Unique?
    /// The argument that is the limit key of its jobs: the function's own.
    private let limitKey: String?
    /// The secrets of the function.
    let secret: Secret
    /// True if some of its arguments are secret.
    let hasSecrets: Bool
    private let encodeArguments: @Sendable (inout KeyedEncodingContainer<CodingKeys>) throws -> Void

    /// Declares a schedule by a rule of cron.
    public init<Function: ModelFunction>(
        _ name: String, _ rule: String, zone: String = "UTC", on queue: String? = nil, priority: Int? = nil,
        user: String? = nil, locale: String? = nil, tenant: String? = nil, missed: Missed = .last,
        overlap: Overlap = .skip, unique: Unique? = nil, terms: ScheduleTerms = ScheduleTerms(),
        isPaused: Bool = false, _ function: () -> Function
    ) {
        self.name = name
        self.rule = rule
        self.zone = zone
        kind = Function.name
        self.queue = queue ?? Function.queue
        self.priority = priority ?? Function.priority
        self.user = user
        self.locale = locale
        self.tenant = tenant
        self.missed = missed
        self.overlap = overlap
        self.terms = terms
        self.isPaused = isPaused
        self.unique = unique ?? Function.unique
        limitKey = Function.limitKey
        secret = Function.secret
        let function = function()
        hasSecrets = (try? JSON.tree(of: function)).map { Function.secret.isIn($0) } ?? false
        encodeArguments = { try $0.encode(function, forKey: .arguments) }
    }

    /// Declares a schedule by an interval of whole seconds, which counts from its first declaration.
    public init<Function: ModelFunction>(
        _ name: String, every interval: Duration, on queue: String? = nil, priority: Int? = nil,
        user: String? = nil, locale: String? = nil, tenant: String? = nil, missed: Missed = .last,
        overlap: Overlap = .skip, unique: Unique? = nil, terms: ScheduleTerms = ScheduleTerms(),
        isPaused: Bool = false, _ function: () -> Function
    ) {
        self.init(
            name, "@every \(interval.components.seconds) seconds", on: queue, priority: priority, user: user,
            locale: locale, tenant: tenant, missed: missed, overlap: overlap, unique: unique,
            terms: terms, isPaused: isPaused, function)
    }
}

extension Schedule {
    /// The fate of due times at which no worker was there.
    public enum Missed: String, Codable, Sendable, CaseIterable {
        /// One job is made for the last of them.
        case last
        /// One job is made for each of them.
        case all
        /// No job is made.
        case none
    }

    /// The fate of a due time while the job before is live.
    public enum Overlap: String, Codable, Sendable, CaseIterable {
        /// No job is made.
        case skip
        /// A job is made all the same.
        case allow
    }
}

extension Schedule: Encodable {
    private enum CodingKeys: String, CodingKey {
        case rule, zone, kind, arguments, queue, priority, missed, overlap, user, locale, tenant, unique
        case limitKey, terms, paused
    }

    /// Encodes the declaration, without its name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(zone, forKey: .zone)
        try container.encode(kind, forKey: .kind)
        try encodeArguments(&container)
        try container.encode(queue, forKey: .queue)
        try container.encode(priority, forKey: .priority)
        try container.encode(missed, forKey: .missed)
        try container.encode(overlap, forKey: .overlap)
        try container.encodeIfPresent(user, forKey: .user)
        try container.encodeIfPresent(locale, forKey: .locale)
        try container.encodeIfPresent(tenant, forKey: .tenant)
        try container.encodeIfPresent(unique, forKey: .unique)
        try container.encodeIfPresent(limitKey, forKey: .limitKey)
        if terms != ScheduleTerms() { try container.encode(terms, forKey: .terms) }
        if isPaused { try container.encode(true, forKey: .paused) }
    }
}
