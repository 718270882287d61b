import DjetStore

extension Check {
    /// The promises for unique jobs. That no two are live at a time is the index's to say, whose refusal is a
    /// call that failed as none should.
    static let ofUniqueJobs = [
        Check(
            "tickets that lead to a job of another key, or to none",
            """
            select format('job %s has the key %s, not %s', s.job, coalesce(h.environment #>> '{unique,key}', 'none'), s.text)
            from chaos.said s
            left join jobmachine.history h on h.id = s.job
            where s.word = 'unique' and h.environment #>> '{unique,key}' is distinct from s.text
            """),
        Check(
            "keys that no job of theirs ever had",
            """
            select format('%s, job %s', k.key, k.job)
            from jobmachine.unique_key k
            where not exists (
              select from jobmachine.history h
              where h.id = k.job and h.environment #>> '{unique,key}' = k.key)
            """),
    ]
}
