import DjetJSON
import DjetModel

extension JobDetails {
    /// Returns the whole job, its failed attempts and its signals as text, for people.
    func text(_ attempts: [AttemptRecord], _ signals: [SignalRecord]) -> String {
        var lines = facts.compactMap { name, value in value.map { name.padded(to: 12) + $0 } }
        lines += signals.map { "signal".padded(to: 12) + $0.text }
        lines += attempts.map { attempt in
            "attempt \(attempt.attempt)".padded(to: 12)
                + "failed \(attempt.endedAt.text): \(attempt.error.message.onOneLine)"
        }
        lines += ["", "arguments", JSONTree(stored: arguments).pretty().plainLines]
        if let reply { lines += ["", "reply", JSONTree(stored: reply).pretty().plainLines] }
        return lines.joined(separator: "\n")
    }

    private var facts: [(String, String?)] {
        let job = summary
        let took = job.took
        let worker = job.worker.map(String.init) ?? "unknown"
        return [
            ("ticket", "\(job.ticket)"),
            ("kind", job.kind),
            ("status", JobStatus.inked(job.status.rawValue)),
            ("priority", "\(job.priority)"),
            ("attempts", "\(job.attempt) of \(job.attemptLimit)"),
            ("tenant", job.tenant?.onOneLine),
            ("tags", tags.isEmpty ? nil : tags.map(\.onOneLine).joined(separator: ", ")),
            ("note", note?.onOneLine),
            ("group", group?.description),
            ("expires", expires?.text),
            ("timeout", timeout?.text),
            ("unique", unique?.description.onOneLine),
            ("waits for", job.waitingFor > 0 ? "\(job.waitingFor) jobs" : nil),
            ("offloaded", job.offloadedAt.text),
            ("not before", job.runAt > job.offloadedAt ? job.runAt.text : nil),
            ("claimed", job.claimedAt.map { "\($0.text) by worker \(worker)" }),
            ("ended", job.finishedAt.map { "\($0.text)" + (took.map { " after \($0.text)" } ?? "") }),
            ("cancel", job.cancelRequested ? "its worker has been asked to stop it" : nil),
            ("progress", job.progress?.text),
            ("error", error.map { Ink.red($0.message.onOneLine, on: .output) }),
        ]
    }
}

extension SignalRecord {
    /// The signal as text, such as `payment: the job waits for it until 2026-11-30 12:00:00`.
    fileprivate var text: String {
        if let sentAt { return "\(name): sent \(sentAt.text)\(sentBy.map { " by \($0.onOneLine)" } ?? "")" }
        if let timedOutAt { return "\(name): did not come until \(timedOutAt.text)" }
        return
            "\(name): \(isParked ? "the job waits for it" : "was asked for, and may come")\(endsAt.map { " until \($0.text)" } ?? "")"
    }
}
