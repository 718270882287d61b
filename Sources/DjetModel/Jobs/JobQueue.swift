package import DjetStore
import Foundation

/// The queue's SQL functions as statements. Their contracts stand in `sql/queue/functions`.
package struct JobQueue: Sendable {
    package let schema: String
    /// The number of attempts of a job if neither its offload nor its handler sets one.
    package static let usualAttempts = 5
    /// The bytes of arguments and environments with which a claim ends, though there may be more jobs.
    package static let claimSize = 8 << 20
    /// The longest delay: a longer one would lead to a time beyond the server's range.
    static let longestDelay = Duration.seconds(100 * 365 * 86_400)

    package init(schema: String) {
        self.schema = schema
    }

    // MARK: For offloading

    package func offload(_ request: OffloadRequest, arguments: String) -> Statement {
        """
        select \(identifier: schema).offload(
          \(request.kind), \(arguments)::jsonb, \(request.queue), \(request.priority), \(request.runAt)::timestamptz,
          \(request.after)::bigint[], \(request.attempts)::integer, \(request.environment)::jsonb, false,
          \(request.afterEnd)::bigint[])
        """
    }

    package func offloadMany(_ request: OffloadRequest, arguments: [String]) -> Statement {
        """
        select * from \(identifier: schema).offload_many(
          \(request.kind), \(arguments)::jsonb[], \(request.queue), \(request.priority),
          \(request.runAt)::timestamptz, \(request.after)::bigint[], \(request.attempts)::integer,
          \(request.environment)::jsonb, false, \(request.afterEnd)::bigint[])
        """
    }

    package func tickets(of ids: [Int64]) -> Statement {
        """
        select \(identifier: schema).ticket_of(one.id)
        from unnest(\(ids)::bigint[]) with ordinality as one(id, place) order by one.place
        """
    }

    /// Tells if this transaction has offloaded the job.
    package func isNew(_ id: Int64) -> Statement {
        "select offloaded_at = now() from \(identifier: schema).tickets where id = \(id)"
    }

    package func reserveIDs(_ amount: Int, for request: OffloadRequest) -> Statement {
        "select * from \(identifier: schema).reserve_ids(\(amount)::integer, \(request.runAt)::timestamptz)"
    }

    /// Raises a readable error for a job that the table's constraints would refuse with the whole row.
    package func check(_ request: OffloadRequest) -> Statement {
        """
        select \(identifier: schema).check_job(
          \(request.queue), \(request.kind), \(request.priority), \(request.runAt)::timestamptz,
          \(request.attempts)::integer)
        """
    }

    package func copyJobs(_ columns: [String]) -> Statement {
        Statement(
            text:
                "copy \(Statement("\(identifier: schema)").text).job (\(columns.joined(separator: ", "))) from stdin"
        )
    }

    package func sortKeys(of queue: String) -> Statement {
        "select \(identifier: schema).sort_keys(\(queue))"
    }

    package func offloadEach(_ jobs: [(request: OffloadRequest, arguments: String)]) -> Statement {
        """
        select * from \(identifier: schema).offload_each(
          \(jobs.map(\.request.kind)), \(jobs.map(\.arguments))::jsonb[], \(jobs.map(\.request.queue)),
          \(jobs.map(\.request.priority))::integer[], \(jobs.map(\.request.runAt))::timestamptz[],
          \(jobs.map(\.request.attempts))::integer[], \(jobs.map(\.request.environment))::jsonb[])
        """
    }

    package func status(_ ids: [Int64]) -> Statement {
        """
        select
          id, queue, kind, status, priority, attempt, attempt_limit, waiting_for, worker, offloaded_at, run_at, claimed_at,
          finished_at, cancel_requested, \(identifier: schema).masked(arguments::text) as arguments, environment,
          progress, \(identifier: schema).masked(reply::text) as reply, error,
          environment ->> 'user' as "user", environment ->> 'locale' as locale,
          environment ->> 'tenant' as tenant, attempts
        from \(identifier: schema).jobs where id = any (\(ids)::bigint[])
        """
    }

    /// Selects the arguments of the jobs of a kind among these, as they are stored, oldest first.
    package func storedArguments(of kind: String, among ids: [Int64]) -> Statement {
        """
        select arguments::text from \(identifier: schema).jobs
        where id = any (\(ids)::bigint[]) and kind = \(kind) order by id
        """
    }

    package func outcomes(_ ids: [Int64]) -> Statement {
        "select * from \(identifier: schema).outcomes(\(ids)::bigint[])"
    }

    package func cancel(_ id: Int64) -> Statement {
        "select \(identifier: schema).cancel(\(id))"
    }

    package func retry(_ id: Int64) -> Statement {
        "select \(identifier: schema).retry(\(id))"
    }

    /// Lets a job replace one that has failed, for the jobs that ended because of the failure.
    package func takeOver(_ id: Int64, insteadOf old: Int64) -> Statement {
        "select \(identifier: schema).take_over(\(id), \(old))"
    }

    package func attempts(of id: Int64) -> Statement {
        """
        select started_at, ended_at, worker, attempt, error from \(identifier: schema).attempt
        where job = \(id) order by ended_at
        """
    }

    package var countEnded: Statement {
        "select count(*) from \(identifier: schema).history"
    }

    // MARK: For workers

    package func register(
        host: String, process: Int32, queues: [String], slots: Int, worker: Int?,
        lease: Duration = .seconds(180)
    ) -> Statement {
        """
        select \(identifier: schema).register(
          \(host), \(process), \(queues)::text[], \(slots), \(worker)::integer, \(lease)::interval)
        """
    }

    package func unregister(_ worker: Int) -> Statement {
        "select \(identifier: schema).unregister(\(worker))"
    }

    package func beat(_ worker: Int, retention: Retention) -> Statement {
        """
        select \(identifier: schema).beat(
          \(worker), finished => \(retention.finished)::interval, error => \(retention.error)::interval,
          cancelled => \(retention.cancelled)::interval)
        """
    }

    /// Does Djet's own chores if they are due. Answers a row if they were.
    package func doDueChores(_ worker: Int, retention: Retention) -> Statement {
        """
        select \(identifier: schema).do_chores(
          \(worker), finished => \(retention.finished)::interval, error => \(retention.error)::interval,
          cancelled => \(retention.cancelled)::interval)
        where exists (
          select from \(identifier: schema).chores c where c.part is null and c.next_at <= now())
        """
    }

    package func findQueues(of worker: Int) -> Statement {
        "select unnest(\(identifier: schema).find_queues(\(worker)::integer))"
    }

    package func watch(_ worker: Int) -> Statement {
        "select \(identifier: schema).watch(\(worker))"
    }

    package func rank(of worker: Int) -> Statement {
        "select rank, others from \(identifier: schema).rank(\(worker)::integer)"
    }

    package func promote(_ queues: [String]) -> Statement {
        "select \(identifier: schema).promote(\(queues)::text[])"
    }

    /// Promotes for one who looks again and again. `doubts` is what the last look returned in the column of
    /// this name, 0 at first: the number of looks in succession that have found something uncertain.
    package func promote(_ queues: [String], doubts: Int) -> Statement {
        """
        select next_in, doubts from \(identifier: schema).promote_with(\(queues)::text[], \(doubts)::integer)
        """
    }

    package func claim(_ queue: String, worker: Int, amount: Int, floors: [Int64]) -> Statement {
        """
        select * from \(identifier: schema).claim(\(queue), \(worker)::integer, \(amount)::integer, \(floors)::bigint[])
        """
    }

    package func tellEmpty(_ queue: String, by worker: Int) -> Statement {
        "select \(identifier: schema).tell_empty(\(queue), \(worker)::integer)"
    }

    package func expireClaimed(_ ids: [Int64], worker: Int) -> Statement {
        "select \(identifier: schema).expire_claimed(\(worker)::integer, \(ids)::bigint[])"
    }

    package func reply(worker: Int, ids: [Int64], attempts: [Int], replies: [String]) -> Statement {
        """
        select * from \(identifier: schema).reply(
          \(worker)::integer, \(ids)::bigint[], \(attempts)::integer[], \(replies)::jsonb[])
        """
    }

    package func replyOrRaise(worker: Int, ids: [Int64], attempts: [Int], replies: [String]) -> Statement {
        let statement: Statement = """
            select \(identifier: schema).reply_or_raise(
              \(worker)::integer, \(ids)::bigint[], \(attempts)::integer[], \(replies)::jsonb[])
            """
        return statement.from(.reply)
    }

    package func replyOrRaise(worker: Int, id: Int64, attempt: Int, reply: String) -> Statement {
        let statement: Statement = """
            select \(identifier: schema).reply_or_raise(
              \(worker)::integer, \(id), \(attempt)::integer, \(reply)::jsonb)
            """
        return statement.from(.reply)
    }

    /// Reports a failed attempt.
    ///
    /// - Parameter attempts: the number that the handler allows, used if the offload set none.
    package func fail(
        worker: Int, id: Int64, attempt: Int, failure: String, delay: Duration?, attempts: Int? = nil
    ) -> Statement {
        """
        select \(identifier: schema).fail(
          \(worker)::integer, \(id), \(attempt)::integer, \(failure)::jsonb,
          \(delay.map { min($0, Self.longestDelay) })::interval, \(attempts)::integer)
        """
    }

    package func snooze(worker: Int, id: Int64, attempt: Int, delay: Duration) -> Statement {
        """
        select \(identifier: schema).snooze(
          \(worker)::integer, \(id), \(attempt)::integer, \(delay)::interval)
        """
    }

    package func release(worker: Int, ids: [Int64], attempts: [Int], haveBegun: Bool = true) -> Statement {
        """
        select * from \(identifier: schema).release(
          \(worker)::integer, \(ids)::bigint[], \(attempts)::integer[], \(haveBegun))
        """
    }

    package func held(by worker: Int) -> Statement {
        "select id, attempt from \(identifier: schema).held_by(\(worker)::integer)"
    }

    package func cancelled(of worker: Int, ids: [Int64]) -> Statement {
        "select * from \(identifier: schema).cancelled_of(\(worker)::integer, \(ids)::bigint[])"
    }

    package func progress(worker: Int, id: Int64, attempt: Int, progress: String) -> Statement {
        """
        select \(identifier: schema).progress(
          \(worker)::integer, \(id), \(attempt)::integer, \(progress)::jsonb)
        """
    }

    package func noteRefusal(_ what: String) -> Statement {
        "select \(identifier: schema).note_refusal(\(what))"
    }
}
