import DjetJSON
import DjetModel

extension ScheduleRecord {
    /// The whole schedule as JSON, for programs.
    var object: JSONObject {
        get throws {
            var object = try rules
            try object.add("nextAt", nextAt)
            try object.add("lastAt", lastAt)
            try object.add("lastTicket", lastTicket)
            try object.add("lastStatus", lastStatus)
            try object.add("skippedAt", skippedAt)
            try object.add("state", state)
            try object.add("pausedAt", pausedAt)
            try object.add("pausedBy", pausedBy)
            try object.add("pausedWhy", pausedWhy)
            try object.add("retiredAt", retiredAt)
            try object.add("createdAt", createdAt)
            try object.add("changedAt", changedAt)
            try object.add("changedBy", changedBy)
            try object.add("part", part)
            object.add("declared", declared.map { JSONTree(stored: $0) } ?? .word("null"))
            return object
        }
    }

    /// The values that a person can choose.
    private var rules: JSONObject {
        get throws {
            var object = JSONObject()
            try object.add("name", name)
            try object.add("rule", rule)
            try object.add("zone", zone)
            try object.add("kind", kind)
            object.add("arguments", JSONTree(stored: arguments))
            try object.add("queue", queue)
            try object.add("priority", priority)
            try object.add("missed", missed)
            try object.add("overlap", overlap)
            try object.add("user", user)
            try object.add("locale", locale)
            try object.add("tenant", tenant)
            try object.add("timeout", terms.timeout?.seconds)
            try object.add("attempts", terms.attempts)
            try object.add("expires", terms.expires?.seconds)
            try object.add("tags", terms.tags)
            try object.add("note", terms.note)
            try object.add("unique", unique)
            return object
        }
    }

    /// Prints the schedule as JSON, or else the sentence.
    func show(json: Bool, _ sentence: String) throws {
        Terminal.output.line(json ? try object.tree.compact : sentence)
    }
}
