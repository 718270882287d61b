import DjetJSON
import DjetModel

extension JobDetails {
    /// The whole job as JSON, for programs.
    var object: JSONObject {
        get throws {
            var object = try summary.facts
            object.add("arguments", JSONTree(stored: arguments))
            object.add("environment", JSONTree(stored: environment))
            object.add("reply", reply.map { JSONTree(stored: $0) } ?? .word("null"))
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
