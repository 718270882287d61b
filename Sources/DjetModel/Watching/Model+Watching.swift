import DjetStore
public import Foundation

extension Model {
    /// How many jobs there are, by queue and status. It costs as little with millions of jobs as with a few.
    public func jobCounts() async throws -> [JobCount] {
        try await database.rows(queue.counts)
    }

    /// Counts what has ended and is not in the tally yet, if nobody else is at it; and says up to when all is
    /// counted.
    @discardableResult
    public func tallyUp(patience: Duration = .seconds(1)) async throws -> Date {
        guard let date = try await store.first(queue.tallyUp(patience: patience), as: Date.self) else {
            throw StoreError(.unexpectedValue, "the tally has no mark")
        }
        return date
    }

    /// How many jobs ended in each span from one time to another, as far as they are counted; a span in which
    /// none ended is left out.
    public func tally(
        by span: TallySpan, since: Date, until: Date, queue name: String? = nil, kind: String? = nil
    ) async throws -> [Tally] {
        try await database.rows(queue.tally(span, since: since, until: until, queue: name, kind: kind))
    }

    /// The kinds of which jobs have ended, and those that this program knows, in order.
    public func jobKinds() async throws -> [String] {
        Set(functions.names + (try await database.rows(queue.kinds, as: String.self))).sorted()
    }

    /// Something that changes whenever something happens in the queues. It is cheap: look at it, and look
    /// further only if it has changed.
    public func pulse() async throws -> String {
        try await database.first(queue.pulse) ?? ""
    }

    /// Whose snapshot of the data is the oldest; nil if nobody else holds one.
    public func oldestSnapshot() async throws -> OldestSnapshot? {
        try await database.first(queue.oldestSnapshot)
    }

    /// What the fence has refused, since the queue was made.
    public func refusals() async throws -> [RefusalCount] {
        try await database.rows(queue.refusals)
    }

    /// The workers that are registered.
    public func workers() async throws -> [WorkerRecord] {
        try await database.rows(queue.workers)
    }

    /// The jobs that run at present, by worker.
    public func runningJobs() async throws -> [JobSummary] {
        try await database.rows(queue.running)
    }

    /// The live jobs that a job waits for, and those that wait for it; of each, 100 at the most.
    public func neighbours(of ticket: TicketID) async throws -> JobNeighbours {
        let answers = try await database.pipeline([
            queue.needs(of: ticket.number, limit: 100), queue.waiting(for: ticket.number, limit: 100),
        ])
        return JobNeighbours(needs: try answers[0].decode(), waiting: try answers[1].decode())
    }
}
