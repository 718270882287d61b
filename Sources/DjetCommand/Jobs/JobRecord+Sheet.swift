import DjetModel
import DjetStore

extension JobRecord {
    /// Returns the whole record and its failed attempts as text, for people.
    func sheet(_ attempts: [AttemptRecord]) -> String {
        var lines = facts.compactMap { name, value in value.map { name.padded(to: 12) + $0 } }
        lines += attempts.map { attempt in
            "attempt \(attempt.attempt)".padded(to: 12)
                + "failed \(attempt.endedAt.text): \(attempt.error.message.onOneLine)"
        }
        lines += ["", "arguments", JSONTree(stored: arguments).pretty().plainLines]
        if let reply { lines += ["", "reply", JSONTree(stored: reply).pretty().plainLines] }
        return lines.joined(separator: "\n")
    }

    private var facts: [(String, String?)] {
        let took = JobSummary(self).took
        return [
            ("ticket", "\(ticket)"),
            ("kind", kind),
            ("status", JobStatus.inked(status.rawValue)),
            ("priority", "\(priority)"),
            ("attempts", "\(attempt) of \(attemptLimit)"),
            ("waits for", waitingFor > 0 ? "\(waitingFor) jobs" : nil),
            ("offloaded", offloadedAt.text),
            ("not before", runAt > offloadedAt ? runAt.text : nil),
            ("claimed", claimedAt.map { "\($0.text) by worker \(worker.map(String.init) ?? "unknown")" }),
            ("ended", finishedAt.map { "\($0.text)" + (took.map { " after \($0.text)" } ?? "") }),
            ("cancel", cancelRequested ? "its worker has been asked to stop it" : nil),
            ("progress", progress?.text),
            ("error", error.map { Ink.red($0.message.onOneLine, on: .output) }),
        ]
    }
}
