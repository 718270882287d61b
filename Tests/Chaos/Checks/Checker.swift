import DjetStore

/// Checks the tables after a run.
struct Checker: Sendable {
    /// The time that a listener may take to reconnect, beyond a worker's lease.
    private static let reconnection = Duration.seconds(6)

    let stage: Stage
    let scene: Scene
    let settings: Settings

    init(_ stage: Stage, _ scene: Scene, _ settings: Settings) {
        self.stage = stage
        self.scene = scene
        self.settings = settings
    }

    func verdict() async throws -> Verdict {
        try await Evidence(store: stage.store, scene: scene, log: stage.log).gather()
        let patience = settings.lease + Self.reconnection
        let checks: [[Check]] = [
            Check.ofJobs, Check.ofEffects, [.ofRepetitions(patience)], Check.ofReplies, Check.ofSchedules,
            Check.ofUniqueJobs, Check.ofSignals, Check.ofExpiry, Check.ofGroups, Check.ofLimits,
            Check.ofChores, [.ofChoreRuns(patience)], Check.ofBusiness,
        ]
        var findings: [Finding] = []
        for check in checks.joined() {
            findings.append(Finding(check.what, try await stage.store.rows(check.statement, as: String.self)))
        }
        let returns = try await Returns(from: stage.store)
        findings.append(
            Finding("workers that did not come back to work, though the servers did", returns.missing))
        findings.append(
            Finding("processes that ended by themselves, or did not when told to", await stage.crew.accidents)
        )
        return Verdict(figures: try await figures(returns), findings: findings)
    }

    private func figures(_ returns: Returns) async throws -> Figures {
        Figures(
            tables: try await tables(), longestRescues: try await longestRescues(),
            longestReturns: returns.longest, troubles: try await troubles(), faults: stage.log,
            proxy: stage.proxy.counts.withLock { $0 }, processes: await stage.crew.processCount,
            vainStarts: await stage.crew.vainStarts)
    }

    private func tables() async throws -> Figures.Tables {
        let tables = try await stage.store.first(
            """
            select
              (select count(*) from jobmachine.history) as jobs,
              (select count(*) from chaos.said where word = 'offloaded') as acknowledged,
              (select count(*) from chaos.said where word in ('told', 'refused')) as awaited,
              (select count(*) from jobmachine.job) as live,
              (select count(*) from jobmachine.attempt) as "failedAttempts",
              (select count(*) from jobmachine.attempt where error ->> 'type' = 'rescue') as rescued,
              (select count(*) - count(distinct job) from chaos.detached_effect) as repeated,
              (select count(*) from accounting.invoice) as invoices,
              (select count(*) from jobmachine.history where kind = 'chaos.question') as questions,
              (select count(*) from jobmachine.history where kind = 'chaos.question' and reply = '-1') as unanswered,
              (select count(*) from jobmachine.history where kind = 'chaos.offer') as offers,
              (select count(*) from jobmachine.history where kind = 'chaos.offer' and status = 'cancelled') as expired,
              (select count(*) from jobmachine.job_group where ended_at is not null) as groups,
              (select count(*) from jobmachine.job_group where outer_group is not null) as "innerGroups",
              (select count(*) from jobmachine.member) as members,
              (select count(*) from chaos.sweep_effect) as sweeps,
              (select count(*) from chaos.sweep_effect where ended_at is null) as "brokenSweeps",
              (select coalesce(sum(amount), 0)::bigint from jobmachine.refusal) as refused,
              (select string_agg(amount || ' ' || what, ', ' order by what) from jobmachine.refusal) as "refusedByKind"
            """, as: Figures.Tables.self)
        guard let tables else { throw ChaosError("the tables do not answer") }
        return tables
    }

    private func longestRescues() async throws -> [String] {
        try await stage.store.rows(
            """
            select format('%s s after a %s', round(max(extract(epoch from a.ended_at - f.began_at)), 2), f.kind)
            from chaos.fault f
            join chaos.worker_seen w on w.process = f.process
            join jobmachine.attempt a on a.worker = w.id and a.error ->> 'type' = 'rescue'
              and a.ended_at > f.began_at
              and a.ended_at < f.ended_at + case f.kind when 'kill' then interval '1 minute' else interval '1 second' end
            where f.kind in ('kill', 'freeze')
            group by f.kind
            order by f.kind
            """, as: String.self)
    }

    private func troubles() async throws -> [String] {
        try await stage.store.rows(
            """
            select format('%s %s', count(*), s.text)
            from chaos.said s
            where s.word = 'unsure'
            group by s.text
            order by count(*) desc, s.text
            limit 12
            """, as: String.self)
    }
}
