import DjetStore

extension Check {
    /// The promises for groups: the manifest of each runs once, when all of its jobs have ended, and is told
    /// how they did.
    static let ofGroups = [
        Check(
            "acknowledged groups that are lost, or have another manifest",
            """
            select format('group %s, number %s', s.text, s.number)
            from chaos.said s
            where s.word = 'grouped'
              and not exists (
                select
                from jobmachine.job_group g
                left join jobmachine.history h on h.id = g.then_job
                left join jobmachine.job j on j.id = g.then_job
                where g.id = s.text::bigint
                  and (coalesce(h.arguments, j.arguments) ->> 'number')::bigint = s.number)
            """),
        Check(
            "groups that have not ended",
            """
            select format('group %s (%s): %s jobs; %s finished, %s failed, %s cancelled', g.id, g.name, g.jobs, g.finished,
              g.failed, g.cancelled)
            from jobmachine.job_group g
            where g.ended_at is null
            """),
        // The manifest of a group within a cancelled one is cancelled with it.
        Check(
            "groups whose manifest did not run once",
            """
            select format('group %s: %s times, in attempts %s of processes %s', g.id, count(o.job), array_agg(o.attempt),
              array_agg(o.process))
            from jobmachine.job_group g
            left join jobmachine.history h on h.id = g.then_job
            left join chaos.outcome o on o.group_id = g.id
            where h.status is distinct from 'cancelled' or o.job is not null
            group by g.id
            having count(o.job) <> 1 or max(o.job) <> g.then_job
            """),
        Check(
            "manifests that were told other counts than the ends of their groups' jobs",
            """
            select format('group %s: %s finished, %s failed and %s cancelled, not %s, %s and %s', o.group_id, ended.finished,
              ended.failed, ended.cancelled, o.finished, o.failed, o.cancelled)
            from chaos.outcome o
            cross join lateral (
              select
                count(*) filter (where h.status = 'finished') as finished,
                count(*) filter (where h.status = 'error') as failed,
                count(*) filter (where h.status = 'cancelled') as cancelled
              from chaos.within(o.group_id) w
              join jobmachine.history h on (h.environment ->> 'group')::bigint = w.id
            ) ended
            where (o.finished, o.failed, o.cancelled) is distinct from (ended.finished, ended.failed, ended.cancelled)
            """),
        Check(
            "manifests that ran before all jobs of their groups had ended",
            """
            select format('group %s: %s jobs were live, attempt %s of process %s', o.group_id, o.live, o.attempt, o.process)
            from chaos.outcome o
            where o.live > 0
            """),
        Check(
            "groups with more or fewer jobs than they were given",
            """
            select format('group %s has %s, was offloaded with %s and given %s', g.id, there.jobs, m.arguments ->> 'size',
              there.added)
            from jobmachine.job_group g
            join jobmachine.history m on m.id = g.then_job
            cross join lateral (
              select
                count(*) as jobs,
                coalesce(
                  sum(jsonb_array_length(h.arguments -> 'more') + (h.arguments -> 'inner' <> '[]')::integer)
                  filter (where h.kind = 'chaos.crate' and h.status = 'finished'), 0) as added
              from jobmachine.history h
              where (h.environment ->> 'group')::bigint = g.id
            ) there
            where there.jobs <> (m.arguments ->> 'size')::bigint + there.added
            """),
        Check(
            "crates that failed though they are sound, or finished though they are spoilt",
            """
            select format('job %s, number %s, attempt %s, %s: %s', h.id, h.arguments ->> 'number', h.attempt, h.status, h.error)
            from jobmachine.history h
            where h.kind = 'chaos.crate' and h.status <> 'cancelled'
              and (h.status = 'error' and h.error ->> 'type' like '%ModelError')
                <> ((h.arguments ->> 'number')::bigint % \(Crate.spoilt)::bigint = 0)
            """),
        Check(
            "jobs of groups that were cancelled though nobody had asked for it and they had not expired",
            """
            select format('job %s (%s), attempt %s: %s', h.id, h.kind, h.attempt, h.error)
            from jobmachine.history h
            where h.kind in ('chaos.crate', 'chaos.manifest') and h.status = 'cancelled'
              and h.error ->> 'type' is distinct from 'expired'
              and coalesce((h.environment ->> 'group')::bigint, 0) not in (
                select w.id
                from chaos.said s
                cross join lateral chaos.within(s.text::bigint) w
                where s.word = 'cancelled')
            """),
    ]
}
