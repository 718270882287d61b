import DjetStore

extension Model {
    /// Returns a job's events until it has ended: its states, its progress, the lines of its log and its
    /// reply. States and progress are the latest at each look.
    ///
    /// - Parameters:
    ///   - ticket: the job's ticket.
    ///   - after: the id of an event: only later events are reported, and none is left out.
    public func events(of ticket: TicketID, after: EventID? = nil) -> TicketEvents {
        TicketEvents(watch: TicketWatch(ticket, in: self, after: after ?? EventID()))
    }

    /// Returns the lines of a job's log, oldest first.
    ///
    /// - Parameters:
    ///   - ticket: the job's ticket.
    ///   - after: the number of a line: only later lines are returned.
    ///   - limit: the most lines.
    public func log(of ticket: TicketID, after: Int64 = 0, limit: Int = 500) async throws -> [LogLine] {
        try await database.rows(queue.log(of: ticket.number, after: after, limit: limit))
    }

    /// Returns the state of a job of the acting user's, or whose ticket they were given since it is unique,
    /// or of any job if `orRight` is true. Throws
    /// `JobError.unknown` alike for a missing job, for somebody else's, and for one of another tenant.
    public func visibleTicket(_ ticket: TicketID, orRight: Bool) async throws -> TicketState {
        let statement = queue.ticket(ticket.number, of: user, orRight: orRight, among: tenants)
        guard let state = try await database.first(statement, as: TicketState.self), state.ticket == ticket
        else { throw JobError.unknown(ticket) }
        return state
    }

    /// Returns when a job has ended, when the task is cancelled or when the store is closed. Its reply is not
    /// read. Throws `JobError.unknown` and `StoreError`.
    package func waitForEnd(of ticket: TicketID) async throws {
        _ = try await TicketWatch<TicketEnd>(ticket, in: self).end()
    }

    /// Returns the acting user's jobs: first the live ones, newest first, then the ended ones, last ended
    /// first. Empty without a user.
    ///
    /// - Parameters:
    ///   - before: the number of the previous page's last job.
    ///   - limit: the most jobs.
    public func ownTickets(before: Int64? = nil, limit: Int = 50) async throws -> [TicketState] {
        guard let user else { return [] }
        return try await database.rows(queue.tickets(of: user, among: tenants, before: before, limit: limit))
    }

    /// The same environment outside of any transaction.
    var outside: Model {
        var copy = self
        copy.database = store
        copy.transactionScope = nil
        return copy
    }
}
