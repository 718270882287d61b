import DjetStore

extension Check {
    /// The promises for limits.
    static let ofLimits = [
        Check(
            "claims beyond a limit",
            "select format('job %s: %s run, %s of its lane', b.job, b.running, b.of_lane) from chaos.breach b"
        ),
        Check(
            "keys of queues with limits that jobs lack",
            """
            select format('job %s (%s)', j.id, j.queue)
            from jobmachine.job j
            where j.queue like 'scarce.%' and j.limit_key is null
            """),
    ]
}
