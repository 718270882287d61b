import DjetStore

extension Check {
    /// The promises for limits. The run's trigger notes what breaks them at each claim.
    static let ofLimits = [
        Check(
            "claims beyond a limit, or of jobs without the key of their tenant",
            """
            select format('job %s of %s: %s run, %s of its tenant', b.job, coalesce(b.key, 'nobody'), b.running, b.of_tenant)
            from chaos.breach b
            """),
        // A claim and its note commit together or not at all, one claim after the other. Notes come after the
        // tokens of their claim, before those of the next one: in any span, all but its first claim, of
        // three jobs at most, have their tokens within it. So no more begin than the rate gives in that time,
        // the burst of 10 and three, and one for roundings. A clock that is set back begins a new span.
        Check(
            "claims faster than the rate of 50 a second and its burst",
            """
            with noted as (
              select c.*, row_number() over claims as place, c.at < lag(c.at) over claims as is_set_back
              from chaos.scarce_claim c
              window claims as (order by c.id)
            ), span as (
              select n.*, count(*) filter (where n.is_set_back) over (order by n.id) as number
              from noted n
            ), ahead as (
              select s.*, s.place - 50 * extract(epoch from s.at) as lead
              from span s
            ), furthest as (
              select a.*, a.lead - min(a.lead) over (partition by a.number order by a.id) as excess
              from ahead a
            )
            select format('job %s at %s: %s more than the rate gave since an earlier one', f.job, f.at, round(f.excess))
            from furthest f
            where f.excess > 10 + 3
            """),
    ]
}
