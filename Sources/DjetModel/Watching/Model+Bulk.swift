import DjetStore

extension Model {
    /// Returns the jobs that a search finds and an action can change, up to the limit, and true if there are
    /// more.
    ///
    /// A page shows them before it asks for confirmation.
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

    /// Changes the jobs that a search finds, up to the limit.
    public func apply(
        _ action: BulkAction, to search: JobSearch, limit: Int = 1_000
    ) async throws -> BulkOutcome {
        try await change(action, search, limit: limit).outcome
    }

    /// Changes jobs. A job that does not exist, can no longer be changed or is kept locked by somebody is
    /// skipped.
    public func apply(_ action: BulkAction, to tickets: [TicketID]) async throws -> BulkOutcome {
        try await change(action, tickets).outcome
    }

    /// Changes all jobs that a search finds, page by page, each page in a transaction of its own.
    ///
    /// - Parameters:
    ///   - action: the change.
    ///   - search: the search.
    ///   - limit: the most jobs of a page, up to 10,000.
    ///   - report: gets the outcome so far after each page.
    ///   - note: gets the changed jobs of each page with their new status, in its transaction.
    public func applyToAll(
        _ action: BulkAction, to search: JobSearch, by limit: Int = 1_000,
        report: (BulkOutcome) -> Void = { _ in },
        noting note: (Model, [(ticket: TicketID, status: JobStatus)]) async throws -> Void = { _, _ in }
    ) async throws -> BulkOutcome {
        var outcome = BulkOutcome(amount: 0, done: 0, areMoreLeft: false)
        for status in action.statuses where search.status == nil || search.status == status {
            var search = search
            search.status = status
            var cursor: JobCursor?
            repeat {
                let page = try await findJobs(search, after: cursor, limit: limit)
                let tickets = page.jobs.map(\.ticket)
                let part = try await transaction { model in
                    let (part, jobs) = try await model.change(action, tickets)
                    try await note(model, jobs)
                    return part
                }
                outcome.amount += part.amount
                outcome.done += part.done
                report(outcome)
                cursor = page.next
            } while cursor != nil
        }
        return outcome
    }

    /// Changes the jobs that a search finds. Returns the outcome, and the changed jobs with their new status,
    /// or the last one that a deleted job had.
    package func change(
        _ action: BulkAction, _ search: JobSearch, limit: Int
    ) async throws -> (outcome: BulkOutcome, jobs: [(ticket: TicketID, status: JobStatus)]) {
        let (tickets, areMoreLeft) = try await jobs(for: action, search, limit: limit)
        var (outcome, jobs) = try await change(action, tickets)
        outcome.areMoreLeft = areMoreLeft
        return (outcome, jobs)
    }

    package func change(
        _ action: BulkAction, _ tickets: [TicketID]
    ) async throws -> (outcome: BulkOutcome, jobs: [(ticket: TicketID, status: JobStatus)]) {
        guard !tickets.isEmpty else { return (BulkOutcome(amount: 0, done: 0, areMoreLeft: false), []) }
        let ids = try await database.rows(queue.known(tickets, among: tenants), as: Int64.self)
        let named = Dictionary(tickets.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = try await database.query(queue.change(action, ids))
        let jobs = try rows.compactMap { row -> (TicketID, JobStatus)? in
            guard let status = try row.value("status", as: String?.self).flatMap(JobStatus.init),
                action.isDone(status), let ticket = try named[row.value("id", as: Int64.self)]
            else { return nil }
            return (ticket, status)
        }
        return (BulkOutcome(amount: tickets.count, done: jobs.count, areMoreLeft: false), jobs)
    }
}
