import DjetJSON
import DjetModel

/// The form that changes a schedule; missing values stay as they are.
struct ScheduleForm: Codable, Sendable {
    /// The function that its jobs run.
    var kind: String?
    /// The arguments of its jobs, an object. They take the right “arguments”.
    var arguments: JSONValue?
    /// The rule: fields of cron, a macro such as `@daily`, or `@every` with an interval.
    var rule: String?
    /// The time zone of the rule.
    var zone: String?
    /// The queue that its jobs join.
    var queue: String?
    /// The priority of its jobs, from 0, which goes first, to 9.
    var priority: Int?
    /// The fate of due times at which no worker was there.
    var missed: Schedule.Missed?
    /// The fate of a due time while the job before is live.
    var overlap: Schedule.Overlap?

    /// The tenant on whose behalf its jobs run, besides the user. It takes the right “arguments”.
    var tenant: String?
    /// The seconds that an attempt of its jobs may take. Null, as in any of the terms, leaves it to the
    /// function.
    var timeout: Double?
    /// The number of attempts of its jobs.
    var attempts: Int?
    /// The seconds after its due time by which a job must have begun.
    var expires: Double?
    /// The tags of its jobs, up to 20.
    var tags: [String]?
    /// The note of its jobs, for people.
    var note: String?
    /// The rule by which its jobs are unique; null if they are not. It takes the right “arguments”.
    var unique: UniqueForm?
}

extension ScheduleForm {
    /// Creates the form with the values of a schedule.
    init(_ schedule: ScheduleRecord) {
        let terms = schedule.terms
        self.init(
            kind: schedule.kind,
            arguments: (try? JSON.value(JSONValue.self, from: schedule.arguments)) ?? .null,
            rule: schedule.rule, zone: schedule.zone, queue: schedule.queue, priority: schedule.priority,
            missed: schedule.missed, overlap: schedule.overlap, tenant: schedule.tenant,
            timeout: terms.timeout.map { $0 / .seconds(1) }, attempts: terms.attempts,
            expires: terms.expires.map { $0 / .seconds(1) }, tags: terms.tags.isEmpty ? nil : terms.tags,
            note: terms.note, unique: schedule.unique.map { UniqueForm($0) })
    }

    /// Returns the values that differ from those of a schedule.
    func changes(of schedule: ScheduleRecord) -> ScheduleForm {
        let present = ScheduleForm(schedule)
        func changed<Value: Equatable>(_ value: KeyPath<ScheduleForm, Value?>) -> Value? {
            self[keyPath: value] == present[keyPath: value] ? nil : self[keyPath: value]
        }
        return ScheduleForm(
            kind: changed(\.kind), arguments: changed(\.arguments), rule: changed(\.rule),
            zone: changed(\.zone), queue: changed(\.queue), priority: changed(\.priority),
            missed: changed(\.missed), overlap: changed(\.overlap), tenant: changed(\.tenant),
            timeout: changed(\.timeout), attempts: changed(\.attempts), expires: changed(\.expires),
            tags: changed(\.tags).flatMap { $0.isEmpty ? nil : $0 }, note: changed(\.note),
            unique: unique?.rule == schedule.unique ? nil : unique)
    }

    /// The names of the values that are given.
    var names: [String] {
        guard case .object(let members)? = try? JSON.tree(of: self) else { return [] }
        return members.filter { $0.value != .word("null") }.map(\.name)
    }

    /// The terms of the jobs.
    var terms: ScheduleTerms {
        ScheduleTerms(
            timeout: timeout.map { .bounded(seconds: $0) }, attempts: attempts,
            expires: expires.map { .bounded(seconds: $0) }, tags: tags ?? [], note: note)
    }
}

/// The form that adds a schedule.
struct NewScheduleForm: Decodable, Sendable {
    var name: String
    /// The other values, whose fields stand beside the name.
    var values: ScheduleForm

    private enum CodingKeys: CodingKey { case name }

    init(from decoder: any Decoder) throws {
        name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
        values = try ScheduleForm(from: decoder)
    }
}
