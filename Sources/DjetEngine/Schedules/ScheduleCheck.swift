import DjetJSON
import DjetModel

/// A check of a schedule's form, which collects the faults of all fields.
struct ScheduleCheck {
    private let visit: Visit
    private var faults: [FieldErrors.FieldError] = []

    private init(_ visit: Visit) {
        self.visit = visit
    }

    /// Returns the values of a new schedule. Throws `FieldErrors`.
    static func draft(of form: NewScheduleForm, _ visit: Visit) async throws -> ScheduleDraft {
        var check = ScheduleCheck(visit)
        check.name(form.name)
        if form.values.kind == nil { check.refuse("kind", "is missing") }
        if form.values.rule == nil { check.refuse("rule", "is missing") }
        let kind = form.values.kind ?? ""
        return try await check.draft(form.values, arguments: form.values.arguments ?? [:], of: kind)
    }

    /// Returns the changes of a schedule. Throws `FieldErrors`.
    static func draft(
        of changes: ScheduleForm, for schedule: ScheduleRecord, _ visit: Visit
    ) async throws -> ScheduleDraft {
        var check = ScheduleCheck(visit)
        var arguments = changes.arguments
        // Another function may not take the present ones.
        if changes.kind != nil {
            arguments = try arguments ?? JSON.value(JSONValue.self, from: schedule.arguments)
        }
        return try await check.draft(changes, arguments: arguments, of: changes.kind ?? schedule.kind)
    }

    private mutating func draft(
        _ form: ScheduleForm, arguments: JSONValue?, of kind: String
    ) async throws -> ScheduleDraft {
        if let kind = form.kind { self.kind(kind) }
        if let queue = form.queue { self.queue(queue) }
        if let priority = form.priority, !(0...9).contains(priority) {
            refuse("priority", "must be from 0 to 9")
        }
        try await rule(form.rule)
        try await zone(form.zone)
        let text = try await self.arguments(arguments, of: kind)
        terms(of: form)
        if let unique = form.unique { self.unique(unique) }
        guard faults.isEmpty else { throw FieldErrors(faults) }
        return ScheduleDraft(
            rule: form.rule, zone: form.zone, kind: form.kind, arguments: text, queue: form.queue,
            priority: form.priority, missed: form.missed, overlap: form.overlap, tenant: form.tenant,
            unique: form.unique?.rule, terms: form.terms)
    }

    private mutating func refuse(_ field: String, _ reason: String) {
        faults.append(.init(field, reason))
    }
}

/// The checks of single fields.
extension ScheduleCheck {
    private mutating func name(_ name: String) {
        if name.utf8.count > 60 || name.wholeMatch(of: #/[a-z][a-z0-9_.-]*/#) == nil {
            refuse("name", "must have up to 60 of a–z, 0–9, _, - and dots, a letter first")
        }
    }

    private mutating func kind(_ kind: String) {
        if !visit.schedulableKinds.contains(kind) {
            refuse("kind", "must be a function of this program that you may expose")
        }
    }

    private mutating func queue(_ queue: String) {
        if queue.utf8.count > 30
            || queue.wholeMatch(of: #/[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*/#) == nil
        {
            refuse("queue", "must have up to 30 of a–z, 0–9, _ and -, parts joined by dots, a letter first")
        }
    }

    private mutating func rule(_ rule: String?) async throws {
        guard let rule else { return }
        do {
            guard try await visit.model.dueTimes(rule, count: 1).isEmpty else { return }
            refuse("rule", "never comes: check the day and the month")
        } catch let error as ModelError {
            refuse("rule", error.message)
        }
    }

    private mutating func zone(_ zone: String?) async throws {
        guard let zone else { return }
        do {
            _ = try await visit.model.dueTimes("@daily", zone: zone, count: 1)
        } catch let error as ModelError {
            refuse("zone", error.message)
        }
    }

    private mutating func terms(of form: ScheduleForm) {
        text("tenant", form.tenant, upTo: 60)
        text("note", form.note, upTo: 1_000)
        for (field, seconds) in [("timeout", form.timeout), ("expires", form.expires)] {
            if let seconds { span(field, seconds) }
        }
        if let attempts = form.attempts, !(1...999_999_999).contains(attempts) {
            refuse("attempts", "must be from 1 to 999999999")
        }
        if let tags = form.tags, tags.count > 20 || !tags.allSatisfy({ Self.isText($0, upTo: 60) }) {
            refuse("tags", "must be up to 20 texts of 1 to 60 characters")
        }
    }

    private mutating func unique(_ rule: UniqueForm) {
        text("unique.key", rule.key, upTo: 200)
        if rule.span == .within {
            span("unique.seconds", rule.seconds ?? 0)
        } else if rule.seconds != nil {
            refuse("unique.seconds", "belongs to the time “within”")
        }
    }

    private mutating func span(_ field: String, _ seconds: Double) {
        guard !(0.001...315_576_000).contains(seconds) else { return }
        refuse(field, "must be a number of seconds, from a millisecond to ten years")
    }

    private mutating func text(_ field: String, _ text: String?, upTo limit: Int) {
        guard let text, !Self.isText(text, upTo: limit) else { return }
        refuse(field, "must have 1 to \(limit) characters")
    }

    private static func isText(_ text: String, upTo limit: Int) -> Bool {
        (1...limit).contains(text.unicodeScalars.count)
    }

    /// Returns the arguments as JSON. They come from outside: only the visitor's own files count.
    private mutating func arguments(_ value: JSONValue?, of kind: String) async throws -> String? {
        guard let value else { return nil }
        guard case .object = value else {
            refuse("arguments", "must be a JSON object")
            return nil
        }
        let function = visit.model.functions[kind]
        do {
            let schema = function.map { Schema.of($0) } ?? .any
            let tree = try await schema.arguments(from: JSON.tree(of: value), in: visit.model)
            _ = try function?.decoded(from: tree)
            return tree.compact
        } catch let errors as FieldErrors {
            refuse("arguments", "do not fit \(kind): \(errors)")
        } catch let error as ModelError {
            refuse("arguments", "are refused: \(error.message)")
        }
        return nil
    }
}

extension Visit {
    /// The functions that the visitor may let a schedule run: those that they may expose at a node.
    var schedulableKinds: [String] {
        let held = tree.root.map { rights(at: $0) } ?? []
        return model.functions.names.filter { held.contains(model.functions[$0]?.exposedBy ?? .manage) }
    }
}
