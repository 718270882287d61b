import DjetStore

extension Model {
    /// One job. Throws `JobError.unknown` if there is none.
    public func job(_ ticket: TicketID) async throws -> JobRecord {
        guard let job = try await database.first(queue.status([ticket.number]), as: JobRecord.self),
            job.queue == ticket.queue
        else { throw JobError.unknown(ticket) }
        return job
    }

    /// The failed attempts of a job, the first first.
    public func attempts(of ticket: TicketID) async throws -> [AttemptRecord] {
        try await database.rows(queue.attempts(of: ticket.number))
    }

    /// How many jobs have ended and are not forgotten yet.
    package var endedJobs: Int {
        get async throws { try await database.first(queue.countEnded) ?? 0 }
    }

    /// Cancels a job: at once if it does not run yet, otherwise by asking its worker to stop it.
    ///
    /// Returns its status: `.cancelled`; `.processing` if its worker has been asked; how it ended if it was
    /// too late. Throws `JobError.unknown`.
    @discardableResult
    public func cancel(_ ticket: TicketID) async throws -> JobStatus {
        _ = try await state(of: ticket)
        return try await status(after: queue.cancel(ticket.number), of: ticket)
    }

    /// Brings a job that failed or was cancelled back to the line; lets one that is scheduled run now.
    ///
    /// Returns its status. Throws `JobError.unknown`, and `ModelError.conflict` if a file that it was given is not stored
    /// any more.
    @discardableResult
    public func retry(_ ticket: TicketID) async throws -> JobStatus {
        _ = try await state(of: ticket)
        return try await status(after: queue.retry(ticket.number), of: ticket)
    }

    /// The same for somebody who means one job. Throws `ModelError.conflict` besides if there is nothing to bring back.
    package func bringBack(_ ticket: TicketID) async throws -> JobStatus {
        let before = try await state(of: ticket).status
        let status = try await retry(ticket)
        guard status == .entered || status == .waiting && before.isEnded else {
            throw ModelError.conflict(
                "\(ticket) is \(status.rawValue): only a job that failed, was cancelled or is scheduled can be retried"
            )
        }
        return status
    }

    /// What has become of a job, which whoever offloaded it may see. Throws `JobError.unknown`.
    func state(of ticket: TicketID) async throws -> TicketState {
        try await TicketLook.at(ticket, queue, in: database).state
    }

    private func status(after statement: Statement, of ticket: TicketID) async throws -> JobStatus {
        guard let word = try await answer(statement, as: String?.self) ?? nil,
            let status = JobStatus(rawValue: word)
        else { throw JobError.unknown(ticket) }
        return status
    }
}
