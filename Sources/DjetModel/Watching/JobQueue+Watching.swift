package import DjetStore
package import Foundation

/// The statements of the jobs page.
extension JobQueue {
    // MARK: Lists

    /// Selects summaries of live jobs, each with the reach of the search; one row without a job if there is
    /// none.
    package func findLive(
        _ search: JobSearch, among tenants: [String]? = nil, areRunning: Bool, below: Int64?, amount: Int
    ) throws -> Statement {
        """
        select k.looked, k.back_to, k.is_whole, s.*
        from \(identifier: schema).live_keys(
          \(try search.filter(among: tenants))::jsonb, \(areRunning)::boolean, \(below)::bigint, \(amount)::integer) k
        left join lateral unnest(k.ids) with ordinality as e (id, number) on true
        left join \(identifier: schema).live_summary s on s.id = e.id
        order by e.number
        """
    }

    /// Selects summaries of ended jobs, each with the reach of the search; one row without a job if there is
    /// none.
    package func findEnded(
        _ search: JobSearch, among tenants: [String]? = nil, before: Date?, number: Int64, amount: Int,
        patience: Duration
    ) throws -> Statement {
        """
        select k.looked, k.back_to, k.back_to_id, k.is_whole, s.*
        from \(identifier: schema).ended_keys(
          \(try search.filter(among: tenants))::jsonb, \(before)::timestamptz, \(number)::bigint, \(amount)::integer,
          \(patience)::interval) k
        left join lateral unnest(k.ids, k.times) with ordinality as e (id, at, number) on true
        left join \(identifier: schema).ended_summary s on s.id = e.id and s.finished_at = e.at
        order by e.number
        """
    }

    /// Selects all live jobs by one look, oldest first.
    package var live: Statement { "select s.* from \(identifier: schema).live_summary s order by s.id" }

    package var running: Statement {
        """
        select s.* from \(identifier: schema).running() r
        join \(identifier: schema).live_summary s on s.id = r.id
        order by s.worker, s.id
        """
    }

    /// Selects the live jobs that a job waits for, among those of the tenants; nil for all.
    package func needs(of id: Int64, among tenants: [String]?, limit: Int) -> Statement {
        """
        select s.* from \(identifier: schema).dependency d
        join \(identifier: schema).live_summary s on s.id = d.needs
        where d.job = \(id) and d.lost_at is null
          and (\(tenants)::text[] is null or s.tenant = any (\(tenants)::text[]))
        order by s.id limit \(limit)::integer
        """
    }

    /// Selects the jobs that wait for a job, among those of the tenants; nil for all.
    package func waiting(for id: Int64, among tenants: [String]?, limit: Int) -> Statement {
        """
        select s.* from \(identifier: schema).dependency d
        join \(identifier: schema).live_summary s on s.id = d.job
        where d.needs = \(id)
          and (\(tenants)::text[] is null or s.tenant = any (\(tenants)::text[]))
        order by s.id limit \(limit)::integer
        """
    }

    // MARK: Counts

    package func rollUp(patience: Duration) -> Statement {
        "select \(identifier: schema).roll_up(\(patience)::interval)"
    }

    /// Selects the counts of the named queues, with those of the others together; of each queue if `names` is
    /// nil. Only jobs of the tenants count; all if they are nil.
    package func counts(of names: [String]?, among tenants: [String]? = nil) -> Statement {
        """
        select
          coalesce(
            own.name, case when \(names)::text[] is null then each.queue else \(JobCount.others) end) as queue,
          each.status, sum(each.amount)::bigint as amount, bool_and(each.is_exact) as is_exact
        from (
          select l.* from \(identifier: schema).live_counts() l where \(tenants)::text[] is null
          union all
          select e.* from \(identifier: schema).ended_counts() e where \(tenants)::text[] is null
          union all
          select t.* from \(identifier: schema).tenant_counts(\(tenants)::text[]) t where \(tenants)::text[] is not null
        ) each
        left join (select distinct unnest(\(names)::text[]) as name) own on own.name = each.queue
        group by 1, 2
        having sum(each.amount) > 0
        order by 1, 2
        """
    }

    package func tally(_ span: TallySpan, since: Date, until: Date, queue: String?, kind: String?)
        -> Statement
    {
        """
        select since, status, sum(amount)::bigint as amount, sum(waited) as waited, sum(ran) as ran
        from \(identifier: schema).tally
        where span = \(span.rawValue) and since >= \(since)::timestamptz and since < \(until)::timestamptz
          and (\(queue)::text is null or queue = \(queue)::text)
          and (\(kind)::text is null or kind = \(kind)::text)
        group by since, status
        order by since, status
        """
    }

    package func kinds(limit: Int) -> Statement {
        """
        select distinct kind from \(identifier: schema).tally
        where span = 'day' order by kind limit \(limit)::integer
        """
    }

    package var pulse: Statement { "select \(identifier: schema).pulse()" }

    // MARK: Queues, workers, snapshots

    /// Selects the queues by name, those after a name, up to the limit; all if both are nil.
    package func queues(after name: String?, limit: Int?) -> Statement {
        """
        select * from \(identifier: schema).queues() q
        where \(name)::text is null or q.name > \(name)::text
        order by q.name limit \(limit)::integer
        """
    }

    package var workers: Statement { "select * from \(identifier: schema).workers()" }
    package var oldestSnapshot: Statement { "select * from \(identifier: schema).oldest_snapshot()" }

    package var refusals: Statement {
        "select what, amount, last_at from \(identifier: schema).refusal order by what"
    }

    package func pause(_ queue: String, by user: String?) -> Statement {
        "select \(identifier: schema).pause(\(queue), \(user))"
    }

    package func resume(_ queue: String) -> Statement {
        "select \(identifier: schema).resume(\(queue))"
    }

    package func setLimit(_ queue: String, to limit: QueueLimit, by user: String?) -> Statement {
        """
        select \(identifier: schema).set_limit(
          \(queue), \(limit.running)::integer, \(limit.key)::text, \(limit.runningPerKey)::integer,
          \(limit.rate?.description)::text, \(limit.ratePerKey?.description)::text, \(user)::text) is not null
        """
    }

    package func dropLimit(_ queue: String) -> Statement {
        "select \(identifier: schema).drop_limit(\(queue))"
    }

    /// Selects the ticket of the job with a number, if it is one of the tenants'; nil for any.
    package func ticket(numbered number: Int64, among tenants: [String]?) -> Statement {
        """
        select ticket
        from \(identifier: schema).jobs
        where id = \(number)
          and (\(tenants)::text[] is null or environment ->> 'tenant' = any (\(tenants)::text[]))
        """
    }

    // MARK: Many at once

    /// Selects the numbers of the tickets that exist, with their queue, as jobs of the tenants; nil for all.
    package func known(_ tickets: [TicketID], among tenants: [String]? = nil) -> Statement {
        """
        select id from \(identifier: schema).jobs
        where id = any (\(tickets.map(\.number))::bigint[])
          and ticket = any (\(tickets.map(\.description))::text[])
          and (\(tenants)::text[] is null or environment ->> 'tenant' = any (\(tenants)::text[]))
        """
    }

    /// Selects what an action makes of jobs.
    func change(_ action: BulkAction, _ ids: [Int64]) -> Statement {
        switch action {
        case .cancel: cancelMany(ids)
        case .retry: retryMany(ids)
        case .delete: deleteMany(ids)
        }
    }

    package func cancelMany(_ ids: [Int64]) -> Statement {
        "select id, status from \(identifier: schema).cancel_many(\(ids)::bigint[])"
    }

    package func retryMany(_ ids: [Int64]) -> Statement {
        "select id, status from \(identifier: schema).retry_many(\(ids)::bigint[])"
    }

    package func deleteMany(_ ids: [Int64]) -> Statement {
        "select id, status from \(identifier: schema).delete_many(\(ids)::bigint[])"
    }
}
