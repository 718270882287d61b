import ArgumentParser
import DjetJobmachine
import Logging
import ServiceLifecycle

/// Runs a worker alone.
struct WorkCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "work", "Runs a worker until SIGINT or SIGTERM.",
            """
            It claims jobs from its queues and runs up to --slots of them at once. When it stops, it claims no \
            more, gives running jobs --grace seconds to end, and hands back the rest.
            """,
            examples: ["work", "work --queues default,slow --slots 20 --grace 60"])
    }

    @OptionGroup(title: "Worker") var worker: WorkerOptions
    @OptionGroup(title: "Figures") var metrics: MetricsOptions
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let configuration = try worker.configuration(for: .current)
        try await withSession(target, connections: configuration.slots + 6, level: .info) { session in
            var services: [any Service] = [try await session.worker(configuration)]
            if let figures = try metrics.server(of: session.store) { services.append(figures) }
            try await session.run(services)
        }
    }
}
