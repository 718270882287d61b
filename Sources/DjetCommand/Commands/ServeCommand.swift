import ArgumentParser
import DjetStore
import Logging

/// Runs the web server alone.
struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "serve", "Serves the site over HTTP until SIGINT or SIGTERM.",
            "Workers run the jobs that it offloads, on this machine or another.",
            examples: ["serve", "serve --port 8000", "serve --host 0.0.0.0 --connections 40"])
    }

    @Option(help: "The maximum number of connections to PostgreSQL.") var connections = 20
    @OptionGroup(title: "Web") var web: WebOptions
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (2...10_000).contains(connections) else {
            throw ValidationError("--connections must be from 2 to 10000 (got \(connections))")
        }
    }

    func run() async throws {
        let settings = try web.settings()
        try await withSession(target, connections: connections, level: .info) { session in
            try await session.run([session.webServer(settings)])
        }
    }
}
