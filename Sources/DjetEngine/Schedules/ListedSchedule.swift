import DjetJSON
import DjetModel
import Foundation

/// A page of the list of schedules.
struct SchedulesListing: Codable, Sendable {
    var schedules: [ListedSchedule]
    /// The text of the search.
    var search: String?
    /// The address of the next page; null on the last.
    var next: String?

    /// The most schedules on a page.
    static let pageSize = 100

    /// Reads the page that a visit asks for.
    init(_ visit: Visit) async throws {
        let text = visit.query["search"]
        let found = try await visit.model.schedules(
            search: text, after: visit.query["after"], limit: Self.pageSize + 1)
        search = text
        schedules = found.prefix(Self.pageSize).map { ListedSchedule($0, visit) }
        guard found.count > Self.pageSize, let last = schedules.last else { return }
        let kept = text.map { "search=\(Percent.encoded($0))&" } ?? ""
        next = "\(visit.path("schedules"))?\(kept)after=\(Percent.encoded(last.name))"
    }
}

/// A schedule as a line of a list.
struct ListedSchedule: Codable, Sendable {
    var name: String
    /// The address of its page.
    var path: String
    var rule: String
    var zone: String
    var kind: String
    var queue: String
    var priority: Int
    var missed: Schedule.Missed
    var overlap: Schedule.Overlap
    /// The user on whose behalf its jobs run.
    var user: String?
    /// The tenant on whose behalf they run, besides the user.
    var tenant: String?
    var locale: String?
    /// The seconds that an attempt of its jobs may take; null for as long as the function allows.
    var timeout: Double?
    /// The number of attempts of its jobs; null for as many as the function allows.
    var attempts: Int?
    /// The seconds after its due time by which a job must have begun.
    var expires: Double?
    /// The tags of its jobs.
    var tags: [String]
    /// The note of its jobs.
    var note: String?
    /// The rule by which its jobs are unique; null if they are not, and without the right “arguments”.
    var unique: UniqueForm?
    var state: ScheduleRecord.State
    var isPaused: Bool
    var isRetired: Bool
    /// The next due time; null while it is paused or retired.
    var nextAt: Date?
    /// The due time of its last job.
    var lastAt: Date?
    var lastTicket: String?
    /// The address of its last job; null if that is no longer kept.
    var lastPath: String?
    var lastStatus: JobStatus?
    /// The last due time that made no job.
    var skippedAt: Date?
    var pausedAt: Date?
    /// The user who paused it; null if it paused itself.
    var pausedBy: String?
    var pausedWhy: String?
    /// The part that declares it; null if it was added by hand.
    var part: String?
    var retiredAt: Date?
    var createdAt: Date
    /// The time when a person last changed or added it.
    var changedAt: Date?
    var changedBy: String?
    /// True if a person's choice stands in place of the part's declaration.
    var isChanged: Bool
    /// The rule of the declaration, if a person's choice stands in its place.
    var declaredRule: String?

    init(_ schedule: ScheduleRecord, _ visit: Visit) {
        name = schedule.name
        path = visit.path("schedules", schedule.name)
        rule = schedule.rule
        zone = schedule.zone
        (kind, queue, priority) = (schedule.kind, schedule.queue, schedule.priority)
        (missed, overlap) = (schedule.missed, schedule.overlap)
        (user, tenant, locale) = (schedule.user, schedule.tenant, schedule.locale)
        timeout = schedule.terms.timeout.map { $0 / .seconds(1) }
        attempts = schedule.terms.attempts
        expires = schedule.terms.expires.map { $0 / .seconds(1) }
        (tags, note) = (schedule.terms.tags, schedule.terms.note)
        unique = visit.may(.arguments) ? schedule.unique.map { UniqueForm($0) } : nil
        state = schedule.state
        isPaused = schedule.state == .paused
        isRetired = schedule.state == .retired
        nextAt = schedule.nextAt
        lastAt = schedule.lastAt
        lastTicket = schedule.lastTicket?.description
        lastPath = Self.path(ofLastJob: schedule, visit)
        lastStatus = schedule.lastStatus
        skippedAt = schedule.skippedAt
        (pausedAt, pausedBy, pausedWhy) = (schedule.pausedAt, schedule.pausedBy, schedule.pausedWhy)
        part = schedule.part
        retiredAt = schedule.retiredAt
        (createdAt, changedAt, changedBy) = (schedule.createdAt, schedule.changedAt, schedule.changedBy)
        isChanged = schedule.isChanged
        declaredRule = schedule.isChanged ? Self.rule(declaredIn: schedule.declared) : nil
    }

    private static func rule(declaredIn text: String?) -> String? {
        text.flatMap { try? JSON.value(JSONValue.self, from: $0)["rule"]?.text }
    }

    private static func path(ofLastJob schedule: ScheduleRecord, _ visit: Visit) -> String? {
        guard schedule.lastStatus != nil, let ticket = schedule.lastTicket else { return nil }
        return visit.path("\(ticket)")
    }
}
