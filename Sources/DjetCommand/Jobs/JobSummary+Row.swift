import DjetModel
import Foundation

extension JobSummary {
    /// How long its last attempt took.
    var took: Duration? {
        guard let claimedAt, let finishedAt else { return nil }
        return .seconds(finishedAt.timeIntervalSince(claimedAt))
    }

    /// Its line in the list.
    var row: [String] {
        [
            "\(ticket)", kind, status.rawValue, "\(attempt)/\(attemptLimit)", offloadedAt.text,
            took?.text ?? "", note,
        ]
    }

    /// What there is to say about its present state.
    private var note: String {
        if let errorMessage, status != .finished { return String(errorMessage.onOneLine.prefix(80)) }
        if cancelRequested { return "its worker has been asked to stop it" }
        if status == .scheduled { return "not before \(runAt.text)" }
        if waitingFor > 0 { return "waits for \(waitingFor == 1 ? "a job" : "\(waitingFor) jobs")" }
        return progress?.text ?? ""
    }
}

extension JobProgress {
    /// `120 of 500, reading`.
    var text: String {
        let amounts = of.map { "\(done.grouped) of \($0.grouped)" } ?? done.grouped
        return note.map { "\(amounts), \($0.onOneLine)" } ?? amounts
    }
}

extension JobStatus {
    /// The word of a status in its colour, filled up or not.
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
