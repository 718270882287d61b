import DjetModel

extension JobRecord {
    /// All that is stored of it, for programs.
    var object: JSONObject {
        get throws {
            var object = JSONObject()
            try object.add("ticket", ticket)
            try object.add("queue", queue)
            try object.add("kind", kind)
            try object.add("status", status)
            try object.add("priority", priority)
            try object.add("attempt", attempt)
            try object.add("attemptLimit", attemptLimit)
            try object.add("waitingFor", waitingFor)
            try object.add("worker", worker)
            try object.add("offloadedAt", offloadedAt)
            try object.add("runAt", runAt)
            try object.add("claimedAt", claimedAt)
            try object.add("finishedAt", finishedAt)
            try object.add("cancelRequested", cancelRequested)
            try object.add("arguments", json: arguments)
            try object.add("environment", json: environment)
            try object.add("progress", progress)
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
