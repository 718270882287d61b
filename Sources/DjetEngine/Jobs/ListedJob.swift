import DjetModel
import Foundation

/// A job as a line of a list.
struct ListedJob: Codable, Sendable {
    var ticket: String
    var path: String
    var queue: String
    var kind: String
    var status: JobStatus
    var priority: Int
    var attempt: Int
    var attemptLimit: Int
    /// The number of jobs that it waits for.
    var waitingFor: Int
    var worker: Int?
    /// The user who offloaded it.
    var owner: String?
    /// The tenant on whose behalf it runs.
    var tenant: String?
    var offloadedAt: Date
    /// The earliest time at which it runs.
    var runAt: Date
    /// The time when its last attempt began.
    var claimedAt: Date?
    var finishedAt: Date?
    /// The duration of its last attempt in seconds, up to now while it runs.
    var seconds: Double?
    /// The progress in words.
    var progress: String?
    /// The message of its last error; nil once it has finished.
    var failure: String?
    var cancelRequested: Bool
    var isScheduled: Bool
    /// The signal on which it is parked until that comes, or until `runAt`. Only lists tell it.
    var signal: String?

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
        tenant = job.tenant
        offloadedAt = job.offloadedAt
        runAt = job.runAt
        claimedAt = job.claimedAt
        finishedAt = job.finishedAt
        seconds = job.claimedAt.flatMap { (job.finishedAt ?? now).seconds(since: $0) }
        progress = job.progress?.words
        failure = job.status == .finished ? nil : job.errorMessage
        cancelRequested = job.cancelRequested
        isScheduled = job.status == .scheduled
        signal = job.signal
    }
}

extension JobProgress {
    /// The progress in words: `120 of 500 · reading`.
    var words: String {
        let amounts = Written.number("\(done)") + (of.map { " of \(Written.number("\($0)"))" } ?? "")
        return note.map { "\(amounts) · \($0)" } ?? amounts
    }
}
