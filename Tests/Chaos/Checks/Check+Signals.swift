import DjetStore

extension Check {
    /// The promises for signals: a question ends with the answer that was sent, and hears no other.
    static let ofSignals = [
        Check(
            "signals that were acknowledged, and are not what the job ended with",
            """
            select format('job %s has %s, and ended as %s with %s', s.job, s.text, coalesce(h.status::text, 'nothing'), h.reply)
            from chaos.said s
            left join jobmachine.history h on h.id = s.job
            where s.word = 'signalled'
              and (h.status is distinct from 'finished' or h.reply is distinct from s.text::jsonb)
            """),
        Check(
            "answers that nobody has given",
            """
            select format('job %s: %s', h.id, h.reply)
            from jobmachine.history h
            where h.kind = 'chaos.question' and h.status = 'finished'
              and h.reply <> '-1' and h.reply::bigint / 10 <> h.id
            """),
        Check(
            "questions that heard different answers, or one and that there was none",
            """
            select format('job %s: %s in attempts %s of processes %s', e.job, array_agg(e.answer), array_agg(e.attempt),
              array_agg(e.process))
            from chaos.heard e
            group by e.job
            having count(distinct e.answer) > 1
            """),
        Check(
            "questions that ended with an answer that they have not heard",
            """
            select format('job %s: %s', h.id, h.reply)
            from jobmachine.history h
            where h.kind = 'chaos.question' and h.status = 'finished'
              and not exists (select from chaos.heard e where e.job = h.id and to_jsonb(e.answer) = h.reply)
            """),
        Check(
            "questions that were given up before their time",
            """
            select format('job %s of %s at %s', e.job, h.offloaded_at, e.at)
            from chaos.heard e
            join jobmachine.history h on h.id = e.job
            where e.answer = -1
              and e.at < h.offloaded_at + \(Question.patience)::interval - interval '1 second'
            """),
        Check(
            "signals that are kept for jobs that have finished",
            """
            select format('job %s, %s', kept.job, kept.name)
            from (
              select s.job, s.name from jobmachine.sent_signal s
              union all
              select w.job, w.name from jobmachine.awaited_signal w
            ) as kept
            where not exists (select from jobmachine.job j where j.id = kept.job)
            """),
    ]
}
