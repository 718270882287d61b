import DjetStore

extension Check {
    /// The promises for effects.
    static let ofEffects = [
        Check(
            "duplicated .atomic effects",
            """
            select format('job %s, %s times: attempts %s of processes %s', e.job, count(*), array_agg(e.attempt),
              array_agg(e.process))
            from chaos.atomic_effect e
            group by e.job
            having count(*) > 1
            """),
        Check(
            "finished .atomic jobs without their effect",
            """
            select format('job %s (%s), attempt %s', h.id, h.kind, h.attempt)
            from jobmachine.history h
            where h.status = 'finished'
              and h.kind in (
                'chaos.booking', 'chaos.quick-booking', 'chaos.dispatch', 'chaos.parcel', 'chaos.sole', 'chaos.answer',
                'chaos.offer', 'chaos.crate', 'chaos.manifest')
              and not exists (select from chaos.atomic_effect e where e.job = h.id)
            """),
        Check(
            ".atomic effects of jobs that have not finished",
            """
            select format('job %s, attempt %s of process %s', e.job, e.attempt, e.process)
            from chaos.atomic_effect e
            where not exists (select from jobmachine.history h where h.id = e.job and h.status = 'finished')
            """),
        Check(
            "duplicated steps",
            """
            select format('job %s, %s, %s times: attempts %s of processes %s', e.job, e.step, count(*),
              array_agg(e.attempt), array_agg(e.process))
            from chaos.step_effect e
            group by e.job, e.step
            having count(*) > 1
            """),
        Check(
            "finished .stepwise jobs with a step left out",
            """
            select format('job %s, %s steps', h.id, count(distinct e.step))
            from jobmachine.history h
            left join chaos.step_effect e on e.job = h.id
            where h.status = 'finished' and h.kind in ('chaos.journey', 'chaos.question')
            group by h.id, h.kind
            having count(distinct e.step) <> case h.kind when 'chaos.journey' then 3 else 2 end
            """),
        Check(
            "finished .detached jobs without their effect",
            """
            select format('job %s, attempt %s', h.id, h.attempt)
            from jobmachine.history h
            where h.status = 'finished' and h.kind = 'chaos.letter'
              and not exists (select from chaos.detached_effect e where e.job = h.id)
            """),
        Check(
            "secrets that are stored as they are",
            """
            select format('job %s: %s', h.id, h.arguments)
            from jobmachine.history h
            where h.kind = 'chaos.letter' and h.arguments #>> '{text,$secret}' is null
            """),
    ]

    /// Finds detached effects that were repeated without a cause. Work outside a transaction may be repeated,
    /// but only if a fault hit the earlier process between the two effects or shortly before. That process
    /// may well be the later one to write, when it has thawed.
    ///
    /// - Parameter patience: the time that recovery from a fault may take.
    static func ofRepetitions(_ patience: Duration) -> Check {
        Check(
            ".detached effects that were repeated though no fault had hit",
            """
            with one as (
              select e.*, lead(e.at) over jobs as again, lead(e.attempt) over jobs as later
              from chaos.detached_effect e
              window jobs as (partition by e.job order by e.attempt, e.at)
            )
            select format('job %s at %s in attempt %s of process %s, and at %s in attempt %s', one.job, one.at,
              one.attempt, one.process, one.again, one.later)
            from one
            where one.again is not null
              and not exists (
                select
                from chaos.fault f
                where (f.process is null or f.process = one.process)
                  and f.began_at <= greatest(one.at, one.again)
                  and f.ended_at >= least(one.at, one.again) - \(patience)::interval)
            """)
    }
}
