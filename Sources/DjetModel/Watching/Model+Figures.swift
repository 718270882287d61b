import DjetStore

/// The figures for monitors. Each names the queues or kinds that are told apart, so that nobody makes more
/// series by inventing names.
extension Model {
    /// Returns the jobs that have ended since the totals began, as far as they are tallied.
    package func totals(by subject: FigureSubject, of names: [String]) async throws -> [JobTotal] {
        try await database.rows(queue.totals(by: subject, of: names))
    }

    /// Returns the spread of the times of those jobs, without the empty buckets.
    package func spread(
        of time: JobSpread.Time, by subject: FigureSubject, of names: [String]
    ) async throws -> [JobSpread] {
        try await database.rows(queue.spread(of: time, by: subject, of: names))
    }

    /// Returns the bounds of the spread's buckets in seconds, in order. The last bucket has none.
    package func spreadBounds() async throws -> [Double] {
        try await database.rows(queue.spreadBounds, as: Double.self)
    }

    /// Returns the time that the next job of each queue has been able to run, of queues with jobs in line.
    package func oldestWaits(of names: [String]) async throws -> [OldestWait] {
        try await database.rows(queue.oldestWaits(of: names))
    }
}

extension JobQueue {
    fileprivate func totals(by subject: FigureSubject, of names: [String]) -> Statement {
        """
        select
          coalesce(own.name, \(JobCount.others)) as name, t.status, sum(t.amount)::bigint as amount,
          sum(t.attempts)::bigint as attempts, sum(t.waited) as waited, sum(t.ran) as ran
        from \(identifier: schema).total t
        left join (select distinct unnest(\(names)::text[]) as name) own on own.name = t.\(identifier: subject.rawValue)
        group by 1, 2
        order by 1, 2
        """
    }

    fileprivate func spread(
        of time: JobSpread.Time, by subject: FigureSubject, of names: [String]
    ) -> Statement {
        """
        select
          coalesce(own.name, \(JobCount.others)) as name, s.bucket, sum(s.amount)::bigint as amount
        from \(identifier: schema).spread s
        left join (select distinct unnest(\(names)::text[]) as name) own on own.name = s.\(identifier: subject.rawValue)
        where s.what = \(time.rawValue)
        group by 1, 2
        order by 1, 2
        """
    }

    fileprivate var spreadBounds: Statement { "select unnest(\(identifier: schema).bounds()) order by 1" }

    fileprivate func oldestWaits(of names: [String]) -> Statement {
        """
        select coalesce(own.name, \(JobCount.others)) as name, max(w.seconds) as seconds
        from \(identifier: schema).oldest_waits() w
        left join (select distinct unnest(\(names)::text[]) as name) own on own.name = w.queue
        group by 1
        order by 1
        """
    }
}
