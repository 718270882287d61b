import DjetJSON
import DjetStore
public import Foundation

extension Model {
    /// Returns schedules in the order of their names, from `after` on.
    ///
    /// - Parameters:
    ///   - search: a part of their names; nil for all.
    ///   - after: the last name of the previous page.
    ///   - limit: the most schedules.
    public func schedules(
        search: String? = nil, after: String? = nil, limit: Int = 100
    ) async throws -> [ScheduleRecord] {
        try await database.rows(queue.schedules(holding: search, after: after, limit: limit))
    }

    /// Returns a schedule. Throws `ModelError.notFound` if there is none of that name.
    public func schedule(_ name: String) async throws -> ScheduleRecord {
        guard let schedule = try await database.first(queue.schedule(name), as: ScheduleRecord.self) else {
            throw ModelError.notFound("there is no schedule “\(name.prefix(60))”")
        }
        return schedule
    }

    /// Adds a schedule by hand. Without another word it takes the queue and the priority of the function, and
    /// runs on behalf of the acting user and tenant.
    ///
    /// Throws `ModelError`: `.invalid` for values that no schedule can have; `.conflict` if there is one of
    /// this name, or if the user is disabled.
    @discardableResult
    public func addSchedule(_ name: String, _ draft: ScheduleDraft) async throws -> ScheduleRecord {
        guard let kind = draft.kind else { throw ModelError.invalid("kind: a schedule needs one") }
        guard draft.rule != nil else { throw ModelError.invalid("rule: a schedule needs one") }
        var draft = draft
        let type = functions[kind]
        draft.queue = draft.queue ?? type?.queue
        draft.priority = draft.priority ?? type?.priority
        draft.unique = draft.unique ?? type?.unique
        try type?.secret.check(draft.unique, of: kind)
        try check(draft.arguments ?? "{}", of: kind)
        try await checkUser(of: draft)
        draft.user = draft.user ?? user
        draft.tenant = draft.tenant ?? tenant
        let statement = try queue.addSchedule(name, draft, limitKey: type?.limitKey, by: user)
        try await keep(statement, draft)
        return try await schedule(name)
    }

    /// Changes a schedule by hand. From then on its part's declaration changes nothing. Who changes what it
    /// runs does so on their own behalf.
    ///
    /// Throws `ModelError`: `.notFound`; `.invalid` for values that no schedule can have; `.conflict` if the
    /// user is disabled.
    @discardableResult
    public func changeSchedule(_ name: String, _ draft: ScheduleDraft) async throws -> ScheduleRecord {
        var draft = draft
        let present = try await schedule(name)
        if draft.changesWork {
            try check(draft.arguments ?? present.arguments, of: draft.kind ?? present.kind)
            draft.user = draft.user ?? user
            if !draft.removed.contains(.tenant) { draft.tenant = draft.tenant ?? tenant }
        }
        try await checkUser(of: draft)
        draft.unique = try unique(draft, insteadOf: present)
        let statement = try queue.changeSchedule(
            name, draft, limitKey: draft.kind.flatMap { functions[$0]?.limitKey }, by: user)
        try await keep(statement, draft)
        return try await schedule(name)
    }

    /// Lets a schedule make no jobs until it is resumed. Returns false if it was paused already. Throws
    /// `ModelError.notFound`.
    @discardableResult
    public func pauseSchedule(_ name: String) async throws -> Bool {
        try await answer(queue.pauseSchedule(name, by: user)) ?? false
    }

    /// Lets a paused schedule make jobs again. Times that went by meanwhile are not made up for. Throws
    /// `ModelError`: `.notFound`; `.conflict` if its user is disabled.
    public func resumeSchedule(_ name: String) async throws {
        try await checkUser(of: ScheduleDraft(user: schedule(name).user))
        try await ask(queue.resumeSchedule(name))
    }

    /// Makes a job of a schedule now, even if it is paused, and returns its ticket, or that of the unique job
    /// which is there already. The next due time stays. Throws `ModelError`: `.notFound`; `.conflict` if its
    /// user is disabled.
    @discardableResult
    public func runSchedule(_ name: String) async throws -> TicketID {
        try await checkUser(of: ScheduleDraft(user: schedule(name).user))
        let text = try await answer(queue.runSchedule(name), as: String.self)
        guard let ticket = text.flatMap({ TicketID($0) }) else {
            throw ModelError.unavailable("the schedule ran but named no job")
        }
        return ticket
    }

    /// Removes a schedule; its jobs stay. Throws `ModelError`: `.notFound`; `.conflict` if a part declares
    /// it.
    public func removeSchedule(_ name: String) async throws {
        try await ask(queue.removeSchedule(name))
    }

    /// Gives a schedule back what its part declares. Throws `ModelError`: `.notFound`; `.conflict` if no part
    /// declares it.
    @discardableResult
    public func resetSchedule(_ name: String) async throws -> ScheduleRecord {
        try await ask(queue.resetSchedule(name))
        return try await schedule(name)
    }

    /// Returns the first due times of a rule after a time, 1,000 at most. Throws `ModelError.invalid` for a
    /// rule or a zone that the server does not understand.
    public func dueTimes(
        _ rule: String, zone: String = "UTC", after: Date? = nil, count: Int = 5
    ) async throws -> [Date] {
        try await answers(queue.dueTimes(rule, zone: zone, after: after ?? now, count: count))
    }

    /// Takes over the schedules that a part declares. One that it no longer declares is retired. Workers need
    /// this at their start; `Application` does it for its parts.
    ///
    /// Throws `ModelError.invalid` for values that no schedule can have.
    public func declareSchedules(_ schedules: [Schedule], of part: String) async throws {
        for schedule in schedules where schedule.hasSecrets {
            throw ModelError.invalid(
                "the schedule “\(schedule.name)” cannot have the secret arguments of \(schedule.kind): it keeps "
                    + "its arguments in plain")
        }
        for schedule in schedules { try schedule.secret.check(schedule.unique, of: schedule.kind) }
        let declarations = Dictionary(schedules.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        try await ask(queue.declareSchedules(of: part, JSON.text(of: declarations)))
    }
}

extension ScheduleDraft {
    /// True if the jobs would do something else, or for somebody else.
    fileprivate var changesWork: Bool {
        kind != nil || arguments != nil || tenant != nil || removed.contains(.tenant)
    }
}

extension Model {
    /// Throws `ModelError.invalid` for arguments that the function cannot have. Other kinds take any.
    private func check(_ arguments: String, of kind: String) throws {
        guard let function = functions[kind] else { return }
        _ = try function.decoded(from: arguments)
        guard try !function.secret.isIn(JSONReader.tree(of: arguments)) else {
            throw ModelError.invalid(
                "a schedule cannot have the secret arguments of \(kind): it keeps its arguments in plain")
        }
    }

    /// Returns the rule by which the jobs of a changed schedule are unique; nil if it stays or goes. Another
    /// function brings its own.
    private func unique(_ draft: ScheduleDraft, insteadOf present: ScheduleRecord) throws -> Unique? {
        let kind = draft.kind ?? present.kind
        var rule = draft.unique
        if rule == nil, draft.kind != nil, !draft.removed.contains(.unique) {
            rule = kind == present.kind ? present.unique : functions[kind]?.unique
        }
        try functions[kind]?.secret.check(rule, of: kind)
        return rule
    }

    /// Runs a statement, whose checks are partly those of jobs.
    private func keep(_ statement: Statement, _ draft: ScheduleDraft) async throws {
        _ = try await explaining(draft.queue ?? "default") { try await database.query(statement) }
    }

    private func checkUser(of draft: ScheduleDraft) async throws {
        guard let name = draft.user, try await user(name).disabledAt != nil else { return }
        throw ModelError.conflict(
            "the user “\(name)” is disabled: name another, on whose behalf the jobs run")
    }
}
