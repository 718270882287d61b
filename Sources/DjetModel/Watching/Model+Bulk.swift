import DjetStore

extension Model {
    /// The jobs that a search finds and an action can change, as many as the limit at the most; and whether
    /// there are more.
    ///
    /// It is what one shows before asking "really?".
    public func jobs(
        for action: BulkAction, _ search: JobSearch, limit: Int = 1_000
    ) async throws -> (tickets: [TicketID], areMoreLeft: Bool) {
        var tickets: [TicketID] = []
        var areMoreLeft = false
        for status in action.statuses where search.status == nil || search.status == status {
            guard !areMoreLeft else { break }
            var search = search
            search.status = status
            let page = try await findJobs(search, limit: max(limit - tickets.count, 1))
            areMoreLeft = page.next != nil || tickets.count + page.jobs.count > limit
            tickets += page.jobs.prefix(limit - tickets.count).map(\.ticket)
        }
        return (tickets, areMoreLeft)
    }

    /// Cancels or retries all that a search finds, as many as the limit at the most.
    public func apply(
        _ action: BulkAction, to search: JobSearch, limit: Int = 1_000
    ) async throws -> BulkOutcome {
        let (tickets, areMoreLeft) = try await jobs(for: action, search, limit: limit)
        var outcome = try await apply(action, to: tickets)
        outcome.areMoreLeft = areMoreLeft
        return outcome
    }

    /// Cancels or retries jobs. One that does not exist, or cannot be changed any more, is passed over.
    public func apply(_ action: BulkAction, to tickets: [TicketID]) async throws -> BulkOutcome {
        let ids = try await database.rows(queue.known(tickets), as: Int64.self)
        let rows = try await database.query(action == .cancel ? queue.cancelMany(ids) : queue.retryMany(ids))
        let done = try rows.count { row in
            action.isDone(try row.value("status", as: String?.self).flatMap(JobStatus.init))
        }
        return BulkOutcome(amount: tickets.count, done: done, areMoreLeft: false)
    }
}
