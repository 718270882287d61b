import DjetStore

extension Check {
    /// The promises for jobs: an acknowledged job ends exactly once, and a refused or undone one never
    /// exists.
    static let ofJobs = [
        Check(
            "acknowledged jobs that are lost",
            """
            select format('job %s, number %s', s.job, s.number)
            from chaos.said s
            where s.word = 'offloaded'
              and not exists (select from jobmachine.history h where h.id = s.job)
              and not exists (select from jobmachine.job j where j.id = s.job)
            """),
        Check(
            "jobs that ended more than once",
            """
            select format('job %s (%s), %s times, in attempts %s', h.id, min(h.kind), count(*), array_agg(h.attempt))
            from jobmachine.history h
            group by h.id
            having count(*) > 1
            """),
        Check(
            "jobs that have ended and are live",
            "select format('job %s (%s)', j.id, j.kind) from jobmachine.job j join jobmachine.history h on h.id = j.id"
        ),
        Check(
            "jobs that do not end though nothing is broken any more",
            """
            select format('job %s (%s), attempt %s, last error %s', j.id, j.kind, j.attempt, j.error ->> 'message')
            from jobmachine.job j
            """),
        Check(
            "jobs that ended in error though their function never fails",
            """
            select format('job %s (%s), attempt %s, %s: %s', h.id, h.kind, h.attempt, h.status, h.error)
            from jobmachine.history h
            where h.status <> 'finished' and h.kind not in ('chaos.refusal', 'chaos.appeal', 'chaos.offer', 'chaos.crate')
              and not (h.kind = 'chaos.manifest' and h.status = 'cancelled')
            """),
        Check(
            "jobs that did not end in the error that their function throws",
            """
            select format('job %s, attempt %s, %s: %s', h.id, h.attempt, h.status, h.error)
            from jobmachine.history h
            where h.kind = 'chaos.refusal' and (h.status <> 'error' or h.error ->> 'type' not like '%ModelError')
            """),
        Check(
            "tickets that lead to somebody else's job",
            """
            select format('job %s is number %s, not %s', s.job, h.arguments ->> 'number', s.number)
            from chaos.said s
            join jobmachine.history h on h.id = s.job
            where s.word = 'offloaded' and (h.arguments ->> 'number')::bigint <> s.number
            """),
        Check(
            "jobs of transactions that were rolled back",
            """
            select format('job %s, number %s', h.id, s.number)
            from chaos.said s
            join jobmachine.history h on (h.arguments ->> 'number')::bigint = s.number
            where s.word = 'undone'
            """),
        Check(
            "calls that offloaded more than one job",
            """
            select format('number %s: jobs %s', h.arguments ->> 'number', array_agg(h.id))
            from jobmachine.history h
            where h.arguments ? 'number'
            group by h.arguments ->> 'number'
            having count(distinct h.id) > 1
            """),
        // A claim bears the start of its transaction, which may be a little before it found the job.
        Check(
            "jobs that ran before their time",
            """
            select format('job %s at %s, not before %s', h.id, h.claimed_at, h.run_at)
            from jobmachine.history h
            where h.claimed_at < h.run_at - interval '1 second'
            """),
        Check(
            "jobs that ran before those that they wait for",
            """
            select format('job %s at %s, job %s ended at %s', h.id, h.claimed_at, needed.id, needed.finished_at)
            from chaos.said s
            join jobmachine.history h on h.id = s.job
            join jobmachine.history needed on needed.id = s.text::bigint
            where s.word = 'after' and h.claimed_at < needed.finished_at - interval '1 second'
            """),
        Check(
            "jobs that were not lost with the failed one that they need",
            """
            select format('job %s, attempt %s, %s: %s', h.id, h.attempt, h.status, h.error)
            from jobmachine.history h
            where h.kind = 'chaos.appeal'
              and (h.status <> 'error' or h.error ->> 'type' is distinct from 'dependency' or h.claimed_at is not null)
            """),
        Check(
            "dependencies of jobs that are gone",
            """
            select format('job %s waits for job %s', d.job, d.needs)
            from jobmachine.dependency d
            where d.lost_at is null and not exists (select from jobmachine.job j where j.id = d.job)
            """),
        Check(
            "workers that have gone and are still registered",
            "select format('worker %s, process %s, seen at %s', w.id, w.pid, w.seen_at) from jobmachine.worker w"
        ),
    ]
}
