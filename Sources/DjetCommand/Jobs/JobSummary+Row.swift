import DjetModel
import Foundation

extension JobSummary {
    /// The duration of the last attempt; nil unless it has ended.
    var took: Duration? {
        guard let claimedAt, let finishedAt else { return nil }
        let seconds = finishedAt.timeIntervalSince(claimedAt)
        // Whoever owns the table can write `infinity`.
        return seconds.isFinite ? .seconds(seconds) : nil
    }

    /// The job's row in the list.
    var row: [String] {
        [
            "\(ticket)", kind, status.rawValue, "\(attempt)/\(attemptLimit)", offloadedAt.text,
            took?.text ?? "", note,
        ]
    }

    /// A remark on the present state: an error, a wish to cancel, a signal, a time, jobs to wait for,
    /// progress.
    private var note: String {
        if let errorMessage, status != .finished { return errorMessage.onOneLine.cut(to: 80) }
        if cancelRequested { return "its worker has been asked to stop it" }
        if let signal { return "waits for the signal \(signal) until \(runAt.text)" }
        if status == .scheduled { return "not before \(runAt.text)" }
        if waitingFor > 0 { return "waits for \(waitingFor == 1 ? "a job" : "\(waitingFor) jobs")" }
        return progress?.text ?? ""
    }
}

extension JobProgress {
    /// The progress as text, such as `120 of 500, reading`.
    var text: String {
        let amounts = of.map { "\(done.grouped) of \($0.grouped)" } ?? done.grouped
        return note.map { "\(amounts), \($0.onOneLine)" } ?? amounts
    }
}

extension JobStatus {
    /// Returns the word of a status in its colour; it may be padded.
    static func inked(_ text: String) -> String {
        switch JobStatus(rawValue: text.trimmingCharacters(in: .whitespaces)) {
        case .finished: Ink.green(text, on: .output)
        case .error: Ink.red(text, on: .output)
        case .processing: Ink.blue(text, on: .output)
        case .cancelled: Ink.dim(text, on: .output)
        case .entered, .scheduled, .waiting, nil: text
        }
    }
}
