import DjetJSON
import DjetModel

/// The fields of the form that adds or changes a schedule.
struct ScheduleFields {
    private let visit: Visit
    /// The schedule to be changed; nil for a new one.
    private let present: ScheduleRecord?

    /// Returns the fields with the values that were sent, or else with those of the schedule: the main ones,
    /// then those that most schedules leave as they are.
    static func list(
        _ visit: Visit, _ present: ScheduleRecord? = nil, errors: FieldErrors? = nil
    ) -> (main: [FormField], more: [FormField]) {
        let fields = ScheduleFields(visit: visit, present: present)
        let shown = visit.form ?? present.map(Self.values(of:))
        let rows = max(present?.terms.tags.count ?? 0, 2) + 1
        let view = FormView(shown, errors: errors, rows: rows, hints: hints)
        return (fields.shown(fields.main, in: view), fields.shown(fields.more, in: view))
    }

    private func shown(_ fields: [Schema.Field], in view: FormView) -> [FormField] {
        view.fields(of: .object(fields.filter { !hidden.contains($0.name) }))
    }

    private var isNew: Bool { present == nil }

    private var main: [Schema.Field] {
        [
            .init("name", .string), .init("kind", .string(.init(choices: kinds))),
            .init("arguments", .any, isOptional: isNew), .init("rule", .string),
            .init("zone", .string, isOptional: isNew), .init("queue", .string, isOptional: isNew),
            .init("priority", .integer(0...9), isOptional: isNew),
        ]
    }

    private var more: [Schema.Field] {
        [
            .init("missed", Schema.of(Schedule.Missed.self), isOptional: isNew),
            .init("overlap", Schema.of(Schedule.Overlap.self), isOptional: isNew),
            .init("tenant", .string, isOptional: true), .init("timeout", .number, isOptional: true),
            .init("attempts", .integer, isOptional: true), .init("expires", .number, isOptional: true),
            .init("tags", .array(.string), isOptional: true), .init("note", .string, isOptional: true),
            .init("unique", Schema.of(UniqueForm.self), isOptional: true),
        ]
    }

    private var kinds: [String] {
        let kinds = visit.schedulableKinds
        guard let kind = present?.kind, !kinds.contains(kind) else { return kinds }
        return [kind] + kinds
    }

    /// The fields that the visitor may not change, or that cannot be edited here: they are too long, or have
    /// more than one line, which an `input` would join.
    private var hidden: Set<String> {
        guard let present else { return [] }
        var hidden: Set<String> = ["name"]
        if !visit.may(.arguments) { hidden.formUnion(["kind", "arguments", "tenant", "unique"]) }
        if present.arguments.utf8.count > JobPart.shown { hidden.insert("arguments") }
        if present.terms.note?.contains(where: \.isNewline) == true { hidden.insert("note") }
        if present.unique?.key?.contains(where: \.isNewline) == true { hidden.insert("unique") }
        if present.terms.tags.contains(where: { $0.contains(where: \.isNewline) }) { hidden.insert("tags") }
        return hidden
    }

    private static func values(of schedule: ScheduleRecord) -> [(name: String, value: String)] {
        let arguments = (try? JSONReader.tree(of: schedule.arguments).pretty()) ?? schedule.arguments
        return [
            ("kind", schedule.kind), ("arguments", arguments), ("rule", schedule.rule),
            ("zone", schedule.zone), ("queue", schedule.queue), ("priority", "\(schedule.priority)"),
            ("missed", schedule.missed.rawValue), ("overlap", schedule.overlap.rawValue),
        ] + values(of: schedule.terms, schedule.tenant) + values(of: schedule.unique)
    }

    private static func values(
        of terms: ScheduleTerms, _ tenant: String?
    ) -> [(name: String, value: String)] {
        var values: [(name: String, value: String)] = [
            ("tenant", tenant ?? ""), ("note", terms.note ?? ""), ("timeout", seconds(terms.timeout)),
            ("expires", seconds(terms.expires)),
        ]
        if let attempts = terms.attempts { values.append(("attempts", "\(attempts)")) }
        for (place, tag) in terms.tags.enumerated() { values.append(("tags[\(place)]", tag)) }
        return values
    }

    private static func values(of rule: Unique?) -> [(name: String, value: String)] {
        guard let rule = rule.map({ UniqueForm($0) }) else { return [] }
        return [
            ("unique.while", rule.span.rawValue), ("unique.key", rule.key ?? ""),
            ("unique.seconds", seconds(rule.seconds.map { .bounded(seconds: $0) })),
            ("unique.otherwise", rule.otherwise?.rawValue ?? ""),
        ]
    }

    private static func seconds(_ duration: Duration?) -> String {
        guard let seconds = duration.map({ $0 / .seconds(1) }) else { return "" }
        let text = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
        // Three decimals could be a group of digits.
        return TypedNumber.readings(of: text)?.decimals ?? text
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
        "tenant": "on whose behalf its jobs run, besides the user",
        "timeout": "the seconds that an attempt may take; the function's own by default",
        "attempts": "the function's own by default",
        "expires": "the seconds after its due time by which a job must have begun, or else is cancelled",
        "note": "for people, up to 1,000 characters",
        "unique": "a job is the only one of its key; for jobs that are not unique, leave all of these empty",
        "unique.while":
            "a job keeps its key: waiting until it begins, live until it has ended, within the seconds",
        "unique.seconds": "the seconds of within",
        "unique.key": "up to 200 characters; the arguments by default",
        "unique.otherwise": "keep makes no second job, replace gives the first its time if it has not begun",
    ]
}

/// The form of a schedule as a page shows it.
struct ScheduleFormView: Encodable, Sendable {
    let fields: [FormField]
    /// The fields that are folded away.
    let more: [FormField]
    /// True if one of these was refused.
    let isOpen: Bool
    /// The reason of a refusal that concerns no single field; empty if there is none.
    let fault: String
    /// True if fields were refused.
    let hasFaults: Bool
    let lostFiles = false

    /// - Parameter error: the reason why the form is shown again; nil for a new one.
    init(_ visit: Visit, _ present: ScheduleRecord? = nil, error: (any Error)? = nil) {
        let errors = error as? FieldErrors
        (fields, more) = ScheduleFields.list(visit, present, errors: errors)
        let folded = more.flatMap { [$0] + $0.fields }
        isOpen = folded.contains { !$0.fault.isEmpty }
        let names = Set((fields + folded).map(\.name))
        let isShown = errors?.errors.allSatisfy { names.contains($0.field) } ?? false
        fault = isShown ? "" : error.map { "\($0)" } ?? ""
        hasFaults = isShown
    }
}
