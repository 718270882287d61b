import DjetStore

extension Model {
    /// Returns a job as pages show it. Throws `JobError.unknown` if there is none.
    public func shownJob(_ ticket: TicketID) async throws -> JobDetails {
        try await visibleJob(ticket, orRight: true)
    }

    /// Returns a job as pages show it: one of the acting user's, or any job if `orRight` is true.
    ///
    /// Throws `JobError.unknown` alike for a missing job, for somebody else's, and for one of another tenant:
    /// a guesser of numbers learns nothing.
    public func visibleJob(_ ticket: TicketID, orRight: Bool) async throws -> JobDetails {
        let statement = queue.shownJob(ticket.number, of: user, orRight: orRight, among: tenants)
        guard let job = try await database.first(statement, as: JobDetails.self), job.queue == ticket.queue
        else { throw JobError.unknown(ticket) }
        return job
    }

    /// Returns a job's last hundred failed attempts, and its last hundred steps.
    public func life(of ticket: TicketID) async throws -> JobLife {
        let answers = try await database.pipeline([
            queue.shownAttempts(of: ticket.number), queue.lastSteps(of: ticket.number),
        ])
        return JobLife(attempts: try answers[0].decode(), steps: try answers[1].decode())
    }

    /// Returns the files of a job: those that its arguments and reply name and that its offloader stored. At
    /// most the first thousand within the first mebibyte of each.
    public func files(of ticket: TicketID) async throws -> [File] {
        try await database.rows(queue.files(of: ticket.number, number: nil))
    }

    /// Returns the files of a job, as `files(of:)` does for its ticket.
    public func files(of job: JobDetails) async throws -> [File] {
        try await files(of: job.ticket)
    }

    /// Returns one of the job's files; nil if it has none of that number.
    public func file(_ number: Int64, of ticket: TicketID) async throws -> File? {
        try await database.first(queue.files(of: ticket.number, number: number))
    }

    /// Returns the whole of a job's part, as JSON.
    public func bytes(of part: JobPart, of job: JobDetails) -> JobPartBytes {
        JobPartBytes(part: part, job: job.id, database: database, queue: queue)
    }
}
