import ArgumentParser
import DjetEngine
import DjetJobmachine
import DjetStore
import Logging
import ServiceLifecycle

/// Runs everything in one process.
struct UpCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "up", "Starts everything: PostgreSQL, migrations, a worker, the web server.",
            """
            Without DATABASE_URL, --database or libpq's PG… variables it runs a private PostgreSQL of its own in \
            --folder, and prints how psql reaches it. \
            It runs until SIGINT (Ctrl-C) or SIGTERM, then gives running jobs --grace seconds to end.
            """,
            examples: [
                "up", "up --port 8000 --slots 4 --queues default,slow",
                "up --database postgres://localhost/shop",
            ])
    }

    @OptionGroup(title: "Web") var web: WebOptions
    @OptionGroup(title: "Worker") var worker: WorkerOptions
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let configuration = try worker.configuration(for: .current)
        let web = try web.settings()
        let hasSite = Application.current.hasSite
        if hasSite { try web.server.checkAddress() }
        try await withSession(
            target, connections: configuration.slots + 14, level: .info, isMigrated: false
        ) { session in
            let report = try await session.migrator.migrate(session.store)
            for path in report.applied { session.logger.info("applied \(path)") }
            if case .embedded = target.place.server {
                Terminal.output.line("PostgreSQL: psql \"\(session.connectionString)\"")
            }
            let own: [any Service] = try await [session.worker(configuration)]
            let site: [any Service] = try hasSite ? [session.webServer(web)] : []
            try await session.run(own + site + session.application.services(session.model))
        }
    }
}
