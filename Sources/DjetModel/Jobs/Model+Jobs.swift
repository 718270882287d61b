import DjetStore

extension Model {
    /// Returns a job. Throws `JobError.unknown` if there is none.
    public func job(_ ticket: TicketID) async throws -> JobDetails {
        guard let job = try await database.first(queue.status([ticket.number]), as: JobDetails.self),
            job.queue == ticket.queue
        else { throw JobError.unknown(ticket) }
        return job
    }

    /// Returns a job's failed attempts, oldest first.
    public func attempts(of ticket: TicketID) async throws -> [AttemptRecord] {
        try await database.rows(queue.attempts(of: ticket.number))
    }

    /// The number of jobs in the history: ended and not forgotten yet.
    package var endedJobs: Int {
        get async throws { try await database.first(queue.countEnded) ?? 0 }
    }

    /// Cancels a job: at once if it does not run yet, otherwise by asking its worker to stop it.
    ///
    /// Returns its status: `.cancelled`; `.processing` if its worker has been asked; its final status if the
    /// call came too late. Throws `JobError.unknown`.
    @discardableResult
    public func cancel(_ ticket: TicketID) async throws -> JobStatus {
        _ = try await state(of: ticket)
        return try await status(after: queue.cancel(ticket.number), of: ticket)
    }

    /// Brings a failed or cancelled job back to the line; lets a scheduled one run now.
    ///
    /// Returns its status. Throws `JobError.unknown`; `ModelError.conflict` if one of its input files is no
    /// longer stored; `DuplicateJob` if it is unique and another job has its key.
    @discardableResult
    public func retry(_ ticket: TicketID) async throws -> JobStatus {
        _ = try await state(of: ticket)
        return try await ModelError.translating(by: { DuplicateJob(refusing: $0) }) {
            try await status(after: queue.retry(ticket.number), of: ticket)
        }
    }

    /// Retries one job that somebody named. Throws what `retry` throws, and `ModelError.conflict` if there is
    /// nothing to bring back.
    package func bringBack(_ ticket: TicketID) async throws -> JobStatus {
        let before = try await state(of: ticket).status
        let status = try await retry(ticket)
        guard status == .entered && before != .entered || status == .waiting && before.isEnded else {
            throw ModelError.conflict(
                "\(ticket) is \(status.rawValue): only a failed, cancelled or scheduled job can be retried"
            )
        }
        return status
    }

    /// Deletes an ended job with its attempts, its log and its steps. Files stay until their retention is
    /// over.
    ///
    /// Returns the status that it had. Throws `JobError.unknown`; `ModelError.conflict` if it is live, or if
    /// jobs that wait for it have yet to hear of its end.
    @discardableResult
    public func delete(_ ticket: TicketID) async throws -> JobStatus {
        guard try await state(of: ticket).status.isEnded else {
            throw ModelError.conflict("\(ticket) is live: cancel it first")
        }
        let (_, jobs) = try await ModelError.translating { try await change(.delete, [ticket]) }
        guard let gone = jobs.first else {
            throw ModelError.conflict(
                "\(ticket) is not deleted: it is back, or jobs that wait for it have yet to hear of its end; "
                    + "try again")
        }
        return gone.status
    }

    /// Returns the state of a job, which its offloader may see. Throws `JobError.unknown`.
    func state(of ticket: TicketID) async throws -> TicketState {
        try await visibleTicket(ticket, orRight: true)
    }

    private func status(after statement: Statement, of ticket: TicketID) async throws -> JobStatus {
        guard let word = try await answer(statement, as: String?.self) ?? nil,
            let status = JobStatus(rawValue: word)
        else { throw JobError.unknown(ticket) }
        return status
    }
}
