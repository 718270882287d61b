import DjetStore

extension Check {
    /// The promises for limits. The run's trigger notes what breaks them at each claim.
    static let ofLimits = [
        Check(
            "claims beyond a limit, or of jobs without the key of their tenant",
            """
            select format('job %s of %s: %s run, %s of its tenant', b.job, coalesce(b.key, 'nobody'), b.running, b.of_tenant)
            from chaos.breach b
            """)
    ]
}
