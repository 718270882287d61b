import DjetStore

extension Model {
    /// A job as pages show it. Throws `JobError.unknown` if there is none.
    public func shownJob(_ ticket: TicketID) async throws -> ShownJob {
        try await visibleJob(ticket, orRight: true)
    }

    /// A job that the acting user offloaded, or any if that is their right, as pages show it.
    ///
    /// Throws `JobError.unknown` alike if there is none and if it is somebody else's: who guesses numbers
    /// learns nothing.
    public func visibleJob(_ ticket: TicketID, orRight: Bool) async throws -> ShownJob {
        let statement = queue.shownJob(ticket.number, of: user, orRight: orRight)
        guard let job = try await database.first(statement, as: ShownJob.self), job.queue == ticket.queue
        else { throw JobError.unknown(ticket) }
        return job
    }

    /// The last hundred failed attempts of a job, the first first, each with the beginning of what it says.
    public func shownAttempts(of ticket: TicketID) async throws -> [AttemptRecord] {
        try await database.rows(queue.shownAttempts(of: ticket.number))
    }

    /// The files that belong to a job: those that its arguments and its reply name, and that were stored on
    /// behalf of whoever offloaded it. A thousand of each at the most, of those that stand in its first mebibyte.
    public func files(of ticket: TicketID) async throws -> [File] {
        try await database.rows(queue.files(of: ticket.number, number: nil))
    }

    /// The files that belong to a job.
    public func files(of job: JobRecord) async throws -> [File] {
        try await files(of: job.ticket)
    }

    /// One of these files; nil if the job has none of that number, or no more.
    public func file(_ number: Int64, of ticket: TicketID) async throws -> File? {
        try await database.first(queue.files(of: ticket.number, number: number))
    }

    /// The whole of a part of a job, as JSON.
    public func bytes(of part: JobPart, of job: ShownJob) -> JobPartBytes {
        JobPartBytes(part: part, job: job.id, database: database, queue: queue)
    }
}
