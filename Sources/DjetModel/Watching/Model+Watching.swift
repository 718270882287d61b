import DjetStore
public import Foundation

extension Model {
    /// Returns the number of jobs by queue and status. It costs the same with millions of jobs as with a few.
    ///
    /// - Parameter names: the queues to tell apart; the jobs of the others are counted together, under
    ///   `JobCount.others`. Nil for all.
    public func jobCounts(of names: [String]? = nil) async throws -> [JobCount] {
        try await database.rows(queue.counts(of: names, among: tenants))
    }

    /// Counts the ended jobs that the tally lacks, unless somebody else does so. Returns the time up to which
    /// all are counted.
    @discardableResult
    public func rollUp(patience: Duration = .seconds(1)) async throws -> Date {
        guard let date = try await store.first(queue.rollUp(patience: patience), as: Date.self) else {
            throw StoreError(.unexpectedValue, "the tally has no mark")
        }
        return date
    }

    /// Returns the number of jobs that ended in each span from `since` to `until`, by status, as far as they
    /// are counted. Empty spans are left out.
    public func tally(
        by span: TallySpan, since: Date, until: Date, queue name: String? = nil, kind: String? = nil
    ) async throws -> [Tally] {
        try await database.rows(queue.tally(span, since: since, until: until, queue: name, kind: kind))
    }

    /// Returns the kinds that this program knows and those of ended jobs, of these the first 500, in order.
    public func jobKinds() async throws -> [String] {
        Set(functions.names + (try await database.rows(queue.kinds(limit: 500), as: String.self))).sorted()
    }

    /// Returns a text that changes whenever something happens in the queues. It is cheap: look further only
    /// if it has changed.
    public func pulse() async throws -> String {
        try await database.first(queue.pulse) ?? ""
    }

    /// Returns the oldest snapshot of the data; nil if nobody else holds one.
    public func oldestSnapshot() async throws -> OldestSnapshot? {
        try await database.first(queue.oldestSnapshot)
    }

    /// Returns the counts of reports that the fence has refused since the queue was made.
    public func refusals() async throws -> [RefusalCount] {
        try await database.rows(queue.refusals)
    }

    /// Returns the registered workers.
    public func workers() async throws -> [WorkerRecord] {
        try await database.rows(queue.workers)
    }

    /// Returns the running jobs, by worker.
    public func runningJobs() async throws -> [JobSummary] {
        try await database.rows(queue.running)
    }

    /// Returns the live jobs that a job waits for, and those that wait for it, at most 100 of each, and the
    /// flow around it.
    public func neighbours(of ticket: TicketID) async throws -> JobNeighbours {
        let answers = try await database.pipeline([
            queue.needs(of: ticket.number, among: tenants, limit: 100),
            queue.waiting(for: ticket.number, among: tenants, limit: 100),
            queue.flow(of: ticket.number, among: tenants),
        ])
        return JobNeighbours(
            needs: try answers[0].decode(), waiting: try answers[1].decode(), flow: try answers[2].decode())
    }
}

/// The live jobs that a job waits for, those that wait for it, and the flow around it.
public struct JobNeighbours: Codable, Sendable, Hashable {
    /// The jobs that it waits for. Ended ones are no longer among them.
    public var needs: [JobSummary]
    /// The jobs that wait for it.
    public var waiting: [JobSummary]
    /// The job, and up to three steps of what it needs, ended without success or live, and of what waits for
    /// it, eight jobs of each. Empty if nothing waits for anything.
    public var flow: [FlowPart]
}
