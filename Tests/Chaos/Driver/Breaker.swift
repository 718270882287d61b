import DjetModel
import Foundation

/// Carries a plan out. Faults may overlap: a worker is killed while the servers change places, or thaws after
/// that. Only faults of the servers wait for their turn.
struct Breaker: Sendable {
    let stage: Stage
    let settings: Settings

    init(_ stage: Stage, _ settings: Settings) {
        self.stage = stage
        self.settings = settings
    }

    func carryOut(_ plan: FaultPlan) async throws {
        var servers = Task<Void, any Error> {}
        do {
            try await carryOut(plan, from: .now, &servers)
        } catch {
            servers.cancel()
            _ = await servers.result
            throw error
        }
    }

    private func carryOut(
        _ plan: FaultPlan, from begin: ContinuousClock.Instant, _ servers: inout Task<Void, any Error>
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for fault in plan.faults {
                try await Task.sleep(until: begin + fault.time)
                var chance = SplitMix64(seed: fault.seed)
                switch fault.kind {
                case .kill: await kill(&chance)
                case .freeze:
                    let seed = chance.next()
                    group.addTask { await freeze(SplitMix64(seed: seed)) }
                case .cut: cut(&chance)
                case .restart:
                    let (before, isCrash) = (servers, chance.isOnce(in: 2))
                    servers = Task {
                        try await before.value
                        try await restart(isCrash ? .crash : .fast)
                    }
                case .promote:
                    let before = servers
                    servers = Task {
                        try await before.value
                        try await promote()
                    }
                case .silence:
                    let before = servers
                    let span = Duration.milliseconds(2000 + chance.number(below: 8000))
                    servers = Task {
                        try await before.value
                        try await silence(span)
                    }
                }
            }
            try await Task.sleep(until: begin + settings.duration)
            try await servers.value
            try await group.waitForAll()
        }
    }

    private func kill(_ chance: inout SplitMix64) async {
        guard let member = await stage.crew.victim(&chance) else { return }
        await stage.crew.kill(member)
        note(.kill, member.name, [member.id], since: Date())
    }

    /// Freezes a worker for longer than the lease, so that it is taken for dead before it wakes up.
    private func freeze(_ chance: SplitMix64) async {
        var chance = chance
        guard let member = await stage.crew.freeze(&chance) else { return }
        let began = Date()
        let span = settings.lease + .milliseconds(1000 + chance.number(below: 2500))
        try? await Task.sleep(for: span)
        await stage.crew.thaw(member)
        note(.freeze, "\(member.name) for \(span)", [member.id], since: began)
    }

    private func restart(_ stop: Server.Stop) async throws {
        let began = Date()
        try await stage.cluster.restart(stop)
        note(.restart, stop == .crash ? "as in a crash" : "in order", nil, since: began)
    }

    private func promote() async throws {
        let began = Date()
        try await stage.cluster.promote()
        note(.promote, "the standby took over", nil, since: began)
        try await stage.cluster.addStandby()
    }

    func note(_ kind: FaultKind, _ detail: String, _ processes: [Int32]?, since began: Date) {
        stage.log.note(
            FaultRecord(kind: kind, detail: detail, processes: processes, began: began, ended: Date()))
    }
}
