import DjetModel
import DjetStore
import DjetTestSupport
import DjetTesting
import Foundation
import Logging

/// A run, from the empty folder to the verdict.
struct Run: Sendable {
    let settings: Settings
    let scene = Scene()

    init(_ settings: Settings) {
        self.settings = settings
    }

    /// Returns true if nothing was found.
    func run() async throws -> Bool {
        try scene.make()
        let cluster = try Cluster(scene)
        do {
            let verdict = try await run(on: cluster)
            await cluster.end()
            say("\(verdict)")
            leave(isClean: verdict.isClean)
            return verdict.isClean
        } catch {
            await cluster.end()
            leave(isClean: error is CancellationError)
            throw error
        }
    }

    private func run(on cluster: Cluster) async throws -> Verdict {
        try await cluster.make()
        try await makeTables()
        try await cluster.addStandby()
        let log = FaultLog()
        let proxy = try Proxy(
            Scene.servers.map {
                Proxy.Door(
                    path: scene.socket(in: scene.doorFolder(to: $0)),
                    server: scene.socket(in: scene.socketFolder(of: $0)))
            }, dropsRings: settings.omission == .ring
        ) { log.noteHit(.cut, $0, $1, lasting: $2) }
        let crew = Crew(scene, settings)
        do {
            let verdict = try await withStore(configuration, Self.logger) { store in
                try await run(on: Stage(cluster: cluster, proxy: proxy, crew: crew, log: log, store: store))
            }
            await proxy.end()
            return verdict
        } catch {
            await crew.end()
            await proxy.end()
            throw error
        }
    }

    private func run(on stage: Stage) async throws -> Verdict {
        let plan = FaultPlan(
            seed: settings.seed, duration: settings.duration, gap: settings.gap, kinds: settings.kinds)
        say(
            "chaos: seed \(settings.seed), \(settings.duration), \(plan.faults.count) faults planned"
                + (settings.omission.map { ", without the \($0)" } ?? ""))
        let progress = Progress(stage)
        let telling = Task { await progress.tell() }
        defer { telling.cancel() }
        await stage.crew.begin()
        try await Breaker(stage, settings).carryOut(plan)
        try await Finale(stage, settings).run()
        telling.cancel()
        return try await Checker(stage, scene, settings).verdict()
    }

    /// Removes the run's folder; after a finding or a failure it keeps the journals and logs.
    private func leave(isClean: Bool) {
        if !settings.keepsAll { scene.remove(keepingNotes: !isClean) }
        if settings.keepsAll || !isClean { say("  what the processes logged and noted: \(scene.folder)") }
    }

    private func makeTables() async throws {
        try await withStore(configuration, Self.logger) { store in
            _ = try await Migrator([DjetSQL.queue(), DjetSQL.site(), Business.sql()]).migrate(store)
            try await store.withConnection { connection in
                try await connection.run(script: ChaosTables.script)
                for change in settings.omission?.changes ?? [] { try await change.make(on: connection) }
            }
            let model = Model(store: store, clock: { Date() })
            try await model.declareSchedules([Tick.schedule], of: "chaos")
            try await model.declareChores([Sweep.chore], of: "chaos")
            try await model.limit(Scarce.branch, to: Scarce.limit)
        }
    }

    /// The run's own connections, past the proxy.
    private var configuration: StoreConfiguration {
        StoreConfiguration(
            connectionString: scene.connectionString(throughProxy: false), maximumConnections: 4)
    }

    /// The logger of the run's own connections, which break like any other and need no report.
    private static let logger = {
        var logger = Logger(label: "chaos") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }()
}
