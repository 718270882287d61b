import DjetStore

extension Check {
    /// The promises for schedules.
    static let ofSchedules = [
        Check(
            "due times without a tick, or with more than one",
            """
            select format('%s, %s times: jobs %s', due.at, count(e.due), array_agg(e.job))
            from jobmachine.schedule s
            cross join lateral generate_series(
              s.created_at + interval '1 second', s.last_at, interval '1 second') as due(at)
            left join chaos.tick_effect e on e.due = due.at
            group by due.at
            having count(e.due) <> 1
            """),
        Check(
            "ticks that nobody was to make",
            """
            select format('job %s at %s', e.job, e.due)
            from chaos.tick_effect e
            cross join jobmachine.schedule s
            where e.due is null
              or e.due > s.last_at
              or e.due <= s.created_at
            """),
        Check(
            "schedules that stood still",
            """
            select format('%s: last due at %s, paused at %s: %s', s.name, s.last_at, s.paused_at, s.paused_why)
            from jobmachine.schedule s
            where coalesce(s.last_at < s.paused_at - interval '30 seconds', true)
            """),
    ]
}
