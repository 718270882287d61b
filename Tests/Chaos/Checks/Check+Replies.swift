import DjetStore

extension Check {
    /// The promises for replies: every waiter is told, and told what is stored.
    static let ofReplies = [
        Check(
            "waiters that were never told",
            """
            select format('job %s by process %s; it has %s', s.job, s.process,
              coalesce((select h.status || ' at ' || h.finished_at from jobmachine.history h where h.id = s.job limit 1),
                'not ended'))
            from chaos.said s
            where s.word = 'untold'
            """),
        Check(
            "waiters that were told something else than what is stored",
            """
            select format('job %s: %s, and stored is %s %s', s.job, s.text, h.status, h.reply)
            from chaos.said s
            left join jobmachine.history h on h.id = s.job
            where s.word = 'told' and (h.reply is distinct from s.text::jsonb or h.status <> 'finished')
              or s.word = 'refused' and h.status is distinct from 'error'
            """),
        Check(
            "calls that were not answered within their limit",
            """
            select format('process %s: number %s, after %s', s.process, s.number, s.text)
            from chaos.said s
            where s.word = 'late'
            """),
        Check(
            "waiters that were told something unheard of",
            "select format('job %s: %s', s.job, s.text) from chaos.said s where s.word = 'surprised'"),
        Check(
            "replies that are not what the function returns",
            """
            select format('job %s (%s): %s to %s', h.id, h.kind, h.reply, h.arguments)
            from jobmachine.history h
            where h.status = 'finished' and h.kind <> 'chaos.question'
              and h.reply <> to_jsonb((h.arguments ->> 'number')::bigint * 2)
            """),
        Check(
            "calls that failed as none should",
            "select format('process %s: %s', s.process, s.text) from chaos.said s where s.word = 'odd'"),
    ]
}
