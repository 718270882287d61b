import DjetStore

/// A job at one moment, with all that its ticket's page shows.
public struct TicketDetails: Sendable {
    /// The state, the log, and the position from which the job's events continue.
    public let snapshot: TicketSnapshot
    /// The job as pages show it.
    public let job: JobDetails
    /// The files of its arguments and its reply, as `Model.files(of:)` finds them.
    public let files: [File]
    /// The signals that were sent to it, and those that it waits for.
    public let signals: [SignalRecord]
}

extension Model {
    /// Returns the details of a job of the acting user's, or of any job if `orRight` is true. Throws
    /// `JobError.unknown` alike for a missing job, for somebody else's, and for one of another tenant.
    public func details(
        of ticket: TicketID, orRight: Bool, lines: Int = 200
    ) async throws -> TicketDetails {
        // The job comes first: once its end is visible, all of its log is, and the files of its reply.
        let answers = try await database.pipeline([
            queue.shownJob(ticket.number, of: user, orRight: orRight, among: tenants),
            queue.lastLog(of: ticket.number, limit: lines),
            queue.files(of: ticket.number, number: nil),
            queue.signals(of: ticket.number),
        ])
        guard let job = try answers[0].first?.decode(JobDetails.self), job.ticket == ticket else {
            throw JobError.unknown(ticket)
        }
        return TicketDetails(
            snapshot: try TicketSnapshot(TicketLook(job), answers[1].decode()), job: job,
            files: try answers[2].decode(), signals: try answers[3].decode())
    }
}

extension TicketLook {
    /// A look at a job that was read for a page. It finds the same as `JobQueue.look`.
    fileprivate init(_ job: JobDetails) {
        let state = TicketState(
            ticket: job.ticket, kind: job.kind, status: job.status, attempt: job.attempt,
            attemptLimit: job.attemptLimit, waitingFor: job.waitingFor, cancelRequested: job.cancelRequested,
            offloadedAt: job.offloadedAt, runAt: job.runAt, claimedAt: job.claimedAt,
            finishedAt: job.finishedAt, errorType: job.errorType, error: job.errorMessage)
        self.init(state, progress: job.progress, reply: job.reply, replySize: job.size(of: .reply))
    }
}
