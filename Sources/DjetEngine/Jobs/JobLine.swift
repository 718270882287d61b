import DjetModel
import Foundation

/// A job as a line of a list.
struct JobLine: Codable, Sendable {
    var ticket: String
    var path: String
    var queue: String
    var kind: String
    var status: JobStatus
    var priority: Int
    var attempt: Int
    var attemptLimit: Int
    /// How many jobs it waits for.
    var waitingFor: Int
    var worker: Int?
    /// Who offloaded it.
    var owner: String?
    var offloadedAt: Date
    /// Not before this time.
    var runAt: Date
    /// When its last attempt began.
    var claimedAt: Date?
    var finishedAt: Date?
    /// How long its last attempt took, in seconds; while it runs, how long it has run.
    var seconds: Double?
    /// How far it is, in words.
    var progress: String?
    /// Why it failed.
    var failure: String?
    var cancelRequested: Bool
    var isScheduled: Bool

    init(_ job: JobSummary, below path: String, now: Date) {
        ticket = job.ticket.description
        self.path = "\(path)/\(Percent.encoded(ticket))"
        queue = job.queue
        kind = job.kind
        status = job.status
        priority = job.priority
        attempt = job.attempt
        attemptLimit = job.attemptLimit
        waitingFor = job.waitingFor
        worker = job.worker
        owner = job.user
        offloadedAt = job.offloadedAt
        runAt = job.runAt
        claimedAt = job.claimedAt
        finishedAt = job.finishedAt
        seconds = job.claimedAt.map { max((job.finishedAt ?? now).timeIntervalSince($0), 0) }
        progress = job.progress?.words
        failure = job.status == .finished ? nil : job.errorMessage
        cancelRequested = job.cancelRequested
        isScheduled = job.status == .scheduled
    }
}

extension JobProgress {
    /// `120 of 500 · reading`.
    var words: String {
        let amounts = Written.number("\(done)") + (of.map { " of \(Written.number("\($0)"))" } ?? "")
        return note.map { "\(amounts) · \($0)" } ?? amounts
    }
}
