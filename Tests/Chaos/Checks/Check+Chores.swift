import DjetStore

extension Check {
    /// The promises for chores.
    static let ofChores = [
        // After a lost report a chore is free again in half a minute, which another fault may repeat.
        Check(
            "chores that stood still",
            """
            select format('%s: run %s, due at %s, of worker %s until %s', c.name, c.run, c.next_at, c.worker, c.free_at)
            from jobmachine.chore c
            where c.part is not null
              and coalesce(
                (select max(e.began_at) from chaos.sweep_effect e) < (
                  select max(h.finished_at) from jobmachine.history h
                ) - interval '75 seconds',
                true)
            """)
    ]

    /// Finds runs of a chore that came without a cause. One is repeated, or goes on beside its successor,
    /// only if a fault hit the process of either in that time or shortly before.
    ///
    /// - Parameter patience: the time that recovery from a fault may take.
    static func ofChoreRuns(_ patience: Duration) -> Check {
        Check(
            "runs of a chore that came twice, or two at once, though no fault had hit",
            """
            with one as (
              select
                e.*, lead(e.run) over runs as later, lead(e.began_at) over runs as again,
                lead(e.process) over runs as other
              from chaos.sweep_effect e
              window runs as (order by e.began_at)
            )
            select format('run %s of process %s from %s to %s, and run %s of process %s at %s', one.run, one.process,
              one.began_at, one.ended_at, one.later, one.other, one.again)
            from one
            where (one.later = one.run or one.again < one.ended_at)
              and not exists (
                select
                from chaos.fault f
                where (f.process is null or f.process in (one.process, one.other))
                  and f.began_at <= one.again
                  and f.ended_at >= one.began_at - \(patience)::interval)
            """)
    }
}
