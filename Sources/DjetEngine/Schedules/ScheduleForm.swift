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

    /// Returns the values that differ from those of a schedule.
    func changes(of schedule: ScheduleRecord) -> ScheduleForm {
        let present = try? JSON.value(JSONValue.self, from: schedule.arguments)
        return ScheduleForm(
            kind: Self.changed(kind, schedule.kind), arguments: Self.changed(arguments, present ?? .null),
            rule: Self.changed(rule, schedule.rule), zone: Self.changed(zone, schedule.zone),
            queue: Self.changed(queue, schedule.queue),
            priority: Self.changed(priority, schedule.priority),
            missed: Self.changed(missed, schedule.missed), overlap: Self.changed(overlap, schedule.overlap))
    }

    private static func changed<Value: Equatable>(_ value: Value?, _ present: Value) -> Value? {
        value == present ? nil : value
    }

    /// The names of the values that are given.
    var names: [String] {
        let given: KeyValuePairs<String, Bool> = [
            "kind": kind != nil, "arguments": arguments != nil, "rule": rule != nil, "zone": zone != nil,
            "queue": queue != nil, "priority": priority != nil, "missed": missed != nil,
            "overlap": overlap != nil,
        ]
        return given.filter(\.value).map(\.key)
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
