import DjetJSON
import DjetModel

extension JobSummary {
    /// The whole summary as JSON, for programs.
    var object: JSONObject {
        get throws {
            var object = try facts
            object.add("error", try error?.tree ?? .word("null"))
            return object
        }
    }

    /// The summary as JSON, without its error.
    var facts: JSONObject {
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
            try object.add("tenant", tenant)
            try object.add("offloadedAt", offloadedAt)
            try object.add("runAt", runAt)
            try object.add("claimedAt", claimedAt)
            try object.add("finishedAt", finishedAt)
            try object.add("cancelRequested", cancelRequested)
            try object.add("progress", progress)
            try object.add("signal", signal)
            return object
        }
    }

    private var error: JobFailure? {
        errorType.map { JobFailure(type: $0, message: errorMessage ?? "") }
    }
}
