import DjetModel
import DjetStore
import Logging

/// One attempt at several jobs of a kind in one transaction, each behind a savepoint; jobs of a collective
/// function share savepoint and call.
///
/// If the transaction is undone because it conflicts with another one, it is tried once more. If it is undone
/// otherwise, or again, each job gets an attempt of its own. Posted statements are awaited at the end, so
/// that jobs that only post share one flush.
struct GroupAttempt: Sendable {
    struct Ended: Sendable {
        var replies: [(attempt: Attempt, reply: String)] = []
        var failures: [(attempt: Attempt, error: any Error)] = []
        /// The attempts that were cancelled before their turn.
        var cancelled: [Attempt] = []

        /// The length of all replies, in bytes.
        var size: Int { replies.reduce(0) { $0 + $1.reply.utf8.count } }
    }

    /// The most bytes of replies in one statement; a group with more is stored one by one.
    private static let longest = 256 << 20

    let jobs: [Job]
    let handler: any JobHandler
    let context: WorkerContext
    let runners: Runners

    func run() async {
        do {
            let ended = try await runInSpiteOfConflict()
            for (attempt, error) in ended.failures { await attempt.end(after: error, handler.retry) }
            for attempt in ended.cancelled { await attempt.end(after: CancellationError(), handler.retry) }
            runners.end(jobs.dropFirst())
        } catch {
            // Each in the next free slot, so that one that waits for a lock does not hold up the rest.
            runners.giveBack(jobs.dropFirst())
            await runAlone(Attempt(job: jobs[0], context: context, runners: runners))
        }
    }

    /// Runs one attempt alone, or ends it if its job was cancelled meanwhile. If all are to stop, the task is
    /// cancelled, and the attempt itself handles that.
    private func runAlone(_ attempt: Attempt) async {
        guard !runners.isCancelled(attempt.job) || Task.isCancelled else {
            return await attempt.end(after: CancellationError(), handler.retry)
        }
        await attempt.run(handler)
    }

    private func runInSpiteOfConflict() async throws -> Ended {
        do {
            return try await runTogether()
        } catch let error as StoreError where error.isOfConflict {
            // The other one has gone on: together they are done in a fraction of the time.
            context.failures.note(
                .info, "a group conflicted, and is tried again", of: jobs[0].kind, jobs[0].ticket, error)
            return try await runTogether()
        }
    }

    private func runTogether() async throws -> Ended {
        let scope = TransactionScope()
        defer { scope.end() }
        return try await context.model.store.withConnection { connection in
            try await connection.transaction(last: last) { connection in
                var ended = Ended()
                for attempt in try await runCollectively(on: connection, scope, &ended) {
                    try await run(attempt, on: connection, scope, &ended)
                }
                guard ended.size <= Self.longest else {
                    throw StoreError(.misuse, "the replies are too long for one statement")
                }
                try await connection.ring(
                    ended.replies.map { Ring(context.model.queue.channel(of: $0.attempt.job.ticket)) })
                return ended
            }
        }
    }

    private func run(
        _ attempt: Attempt, on connection: Connection, _ scope: TransactionScope, _ ended: inout Ended
    ) async throws {
        try Task.checkCancellation()
        guard !runners.isCancelled(attempt.job) else { return ended.cancelled.append(attempt) }
        do {
            let text = try await connection.transaction(isConfirmed: false) { connection in
                try await attempt.traced {
                    try await attempt.reply(of: handler, in: attempt.environment.bound(to: connection, scope))
                }
            }
            await attempt.reporter.close()
            ended.replies.append((attempt, text))
        } catch {
            if Self.concernsAll(error, connection) { throw error }
            ended.failures.append((attempt, error))
        }
    }

    /// Returns true if an error is not the fault of the job that it meets: a broken connection, a failed
    /// transaction, a conflict with another one or a cancelled task, or a statement that an earlier job may
    /// have posted.
    static func concernsAll(_ error: any Error, _ connection: Connection) -> Bool {
        connection.isClosed || connection.hasFailedTransaction || Task.isCancelled
            || (error as? StoreError)?.isOfConflict == true
    }

    private func last(_ ended: Ended) -> [Statement] {
        guard let worker = ended.replies.first?.attempt.job.worker else { return [] }
        let jobs = ended.replies.map(\.attempt.job)
        return ended.replies.flatMap(\.attempt.reporter.rest) + [
            context.model.queue.replyOrRaise(
                worker: worker, ids: jobs.map(\.ticket.number), attempts: jobs.map(\.attempt),
                replies: ended.replies.map(\.reply))
        ]
    }
}
