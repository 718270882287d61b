import DjetJSON
import DjetModel

/// The fields of the form that adds or changes a schedule.
struct ScheduleFields {
    private let visit: Visit
    /// The schedule to be changed; nil for a new one.
    private let present: ScheduleRecord?

    /// Returns the fields with the values that were sent, or else with those of the schedule.
    static func list(
        _ visit: Visit, _ present: ScheduleRecord? = nil, errors: FieldErrors? = nil
    ) -> [FormField] {
        let fields = ScheduleFields(visit: visit, present: present)
        let shown = visit.form ?? present.map(Self.values(of:))
        return FormView(shown, errors: errors, hints: hints).fields(of: .object(fields.schema))
    }

    private var schema: [Schema.Field] {
        let isNew = present == nil
        let all: [Schema.Field] = [
            .init("name", .string), .init("kind", .string(.init(choices: kinds))),
            .init("arguments", .any, isOptional: isNew), .init("rule", .string),
            .init("zone", .string, isOptional: isNew), .init("queue", .string, isOptional: isNew),
            .init("priority", .integer(0...9), isOptional: isNew),
            .init("missed", Schema.of(Schedule.Missed.self), isOptional: isNew),
            .init("overlap", Schema.of(Schedule.Overlap.self), isOptional: isNew),
        ]
        return all.filter { !hidden.contains($0.name) }
    }

    private var kinds: [String] {
        let kinds = visit.schedulableKinds
        guard let kind = present?.kind, !kinds.contains(kind) else { return kinds }
        return [kind] + kinds
    }

    /// The fields that the visitor may not change, or that are too long to be edited.
    private var hidden: Set<String> {
        guard let present else { return [] }
        guard visit.may(.arguments) else { return ["name", "kind", "arguments"] }
        return present.arguments.utf8.count > JobPart.shown ? ["name", "arguments"] : ["name"]
    }

    private static func values(of schedule: ScheduleRecord) -> [(name: String, value: String)] {
        let arguments = (try? JSONReader.tree(of: schedule.arguments).pretty()) ?? schedule.arguments
        return [
            ("kind", schedule.kind), ("arguments", arguments), ("rule", schedule.rule),
            ("zone", schedule.zone), ("queue", schedule.queue), ("priority", "\(schedule.priority)"),
            ("missed", schedule.missed.rawValue), ("overlap", schedule.overlap.rawValue),
        ]
    }

    private static let hints = [
        "name": "up to 60 of a–z, 0–9, _, - and dots, a letter first",
        "kind": "the function that the jobs run, in your name",
        "arguments": "a JSON object, such as {\"number\": 7}",
        "rule": "minute hour day month weekday, such as 30 6 * * 1-5; or @daily; or @every 10 minutes",
        "zone": "such as Europe/Copenhagen; UTC by default",
        "queue": "the function's own by default",
        "priority": "from 0, which goes first, to 9",
        "missed": "due times without a worker: last makes one job, all makes one for each, none makes none",
        "overlap": "a due time while the job before is live: skip makes no job, allow makes one",
    ]
}

/// The form of a schedule as a page shows it.
struct ScheduleFormView: Encodable, Sendable {
    let fields: [FormField]
    /// The reason of a refusal that concerns no single field; empty if there is none.
    let fault: String
    /// True if fields were refused.
    let hasFaults: Bool
    let lostFiles = false

    /// - Parameter error: the reason why the form is shown again; nil for a new one.
    init(_ visit: Visit, _ present: ScheduleRecord? = nil, error: (any Error)? = nil) {
        let errors = error as? FieldErrors
        fields = ScheduleFields.list(visit, present, errors: errors)
        let names = Set(fields.map(\.name))
        let isShown = errors?.errors.allSatisfy { names.contains($0.field) } ?? false
        fault = isShown ? "" : error.map { "\($0)" } ?? ""
        hasFaults = isShown
    }
}
