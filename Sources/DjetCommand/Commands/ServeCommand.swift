import ArgumentParser
import DjetStore
import Logging

/// Runs the web server alone.
struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "serve", "Serves the site over HTTP until SIGINT or SIGTERM.",
            "Jobs that it offloads are done by workers elsewhere, on this machine or another.",
            examples: ["serve", "serve --port 8000", "serve --host 0.0.0.0 --connections 40"])
    }

    @Option(help: "How many connections to PostgreSQL at the most.") var connections = 20
    @OptionGroup(title: "Web") var web: WebOptions
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (2...10_000).contains(connections) else {
            throw ValidationError("--connections is \(connections): take a number from 2 to 10000")
        }
    }

    func run() async throws {
        let settings = try web.settings()
        try await withSession(target, connections: connections, level: .info) { session in
            try await session.run([session.webServer(settings)])
        }
    }
}
