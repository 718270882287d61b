import DjetStore
import DjetModel

extension JobRecord {
    /// All that is stored of it, for programs.
    var object: JSONObject {
        get throws {
            var object = try JobSummary(self).facts
            try object.add("arguments", json: arguments)
            try object.add("environment", json: environment)
            try object.add("reply", json: reply)
            object.add("error", try error?.tree ?? .word("null"))
            return object
        }
    }
}

extension JobFailure {
    var tree: JSONTree {
        get throws {
            var object = JSONObject()
            try object.add("type", type)
            try object.add("message", message)
            return object.tree
        }
    }
}

extension AttemptRecord {
    var tree: JSONTree {
        get throws {
            var object = JSONObject()
            try object.add("attempt", attempt)
            try object.add("worker", worker)
            try object.add("startedAt", startedAt)
            try object.add("endedAt", endedAt)
            object.add("error", try error.tree)
            return object.tree
        }
    }
}
