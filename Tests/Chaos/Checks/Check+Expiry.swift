import DjetStore

extension Check {
    /// The promises for jobs that expire. That an expired one leaves no effect, and that none stays, the
    /// checks of effects and jobs say.
    static let ofExpiry = [
        Check(
            "offers that ended neither as finished nor as expired",
            """
            select format('job %s, attempt %s, %s: %s', h.id, h.attempt, h.status, h.error)
            from jobmachine.history h
            where h.kind = 'chaos.offer' and h.status <> 'finished'
              and (h.status <> 'cancelled' or h.error ->> 'type' is distinct from 'expired')
            """),
        Check(
            "offers that expired though they had begun",
            """
            select format('job %s at %s, attempt %s ended at %s', h.id, h.finished_at, a.attempt, a.ended_at)
            from jobmachine.history h
            join jobmachine.attempt a on a.job = h.id
            where h.kind = 'chaos.offer' and h.status = 'cancelled'
            """),
        Check(
            "offers that expired before their time",
            """
            select format('job %s at %s, not before %s', h.id, h.finished_at, h.environment ->> 'expires')
            from jobmachine.history h
            where h.kind = 'chaos.offer' and h.status = 'cancelled'
              and h.finished_at < (h.environment ->> 'expires')::timestamptz - interval '1 second'
            """),
        // A later attempt, or one that was handed back, may begin when it can.
        Check(
            "offers that began after their time",
            """
            select format('job %s at %s, not after %s', h.id, h.claimed_at, h.environment ->> 'expires')
            from jobmachine.history h
            where h.kind = 'chaos.offer' and h.status = 'finished' and h.attempt = 1
              and not h.environment ? 'begun'
              and h.claimed_at > (h.environment ->> 'expires')::timestamptz + interval '1 second'
            """),
    ]
}
