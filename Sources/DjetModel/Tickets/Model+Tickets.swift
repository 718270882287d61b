import DjetStore

extension Model {
    /// What happens to a job until it has ended: its states, its progress, the lines of its log and its
    /// reply, of which the states and the progress are the latest at each look.
    ///
    /// - Parameters:
    ///   - ticket: the job's.
    ///   - after: an event's id: what had been told by then is not told again, and nothing since is left out.
    public func events(of ticket: TicketID, after: EventID? = nil) -> TicketEvents {
        TicketEvents(ticket: ticket, start: after ?? EventID(), model: outside)
    }

    /// The lines that a job has logged, the first first.
    ///
    /// - Parameters:
    ///   - ticket: the job's.
    ///   - after: a line's id: only those behind it.
    ///   - limit: how many at the most.
    public func log(of ticket: TicketID, after: Int64 = 0, limit: Int = 500) async throws -> [LogLine] {
        try await database.rows(queue.log(of: ticket.number, after: after, limit: limit))
    }

    /// What has become of a job that the acting user offloaded, or of any if that is their right. Throws
    /// `JobError.unknown` alike if there is none and if it is somebody else's.
    public func visibleTicket(_ ticket: TicketID, orRight: Bool) async throws -> TicketState {
        let statement = queue.ticket(ticket.number, of: user, orRight: orRight)
        guard let state = try await database.first(statement, as: TicketState.self), state.ticket == ticket
        else { throw JobError.unknown(ticket) }
        return state
    }

    /// Returns when a job has ended, or when there is nobody any more who would tell. What it answered stays where it is.
    /// Throws `JobError.unknown` and `StoreError`.
    package func waitForEnd(of ticket: TicketID) async throws {
        for await ring in store.listener.rings(on: [queue.channel(of: ticket)]) where !ring.isPassing {
            if try await state(of: ticket).status.isEnded { return }
        }
    }

    /// The jobs that the acting user offloaded: the live ones, the newest first, then those that have ended, the last
    /// to end first. Nobody's if there is no user.
    ///
    /// - Parameters:
    ///   - before: those that follow this one: the number of the last one of the page before.
    ///   - limit: how many at the most.
    public func ownTickets(before: Int64? = nil, limit: Int = 50) async throws -> [TicketState] {
        guard let user else { return [] }
        return try await database.rows(queue.tickets(of: user, before: before, limit: limit))
    }

    /// The same environment outside of any transaction.
    var outside: Model {
        var copy = self
        copy.database = store
        copy.transactionScope = nil
        return copy
    }
}
