public import DjetModel
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
public import ServiceLifecycle

/// A web server that serves a site over HTTP until it is asked to stop.
public struct WebServer: Service {
    private let site: Site
    private let configuration: WebServerConfiguration
    private let seeds: [NodeSeed]
    private let isServing: @Sendable (String) async -> Void

    /// Creates a server.
    ///
    /// - Parameters:
    ///   - site: the site that it serves.
    ///   - configuration: the address, the port and the limits on connections.
    ///   - seeds: the tree to plant if there is none yet.
    ///   - isServing: is called with the address, such as `http://127.0.0.1:8080`, once the server listens.
    public init(
        _ site: Site, configuration: WebServerConfiguration = WebServerConfiguration(),
        seeds: [NodeSeed] = [],
        isServing: @escaping @Sendable (String) async -> Void = { _ in }
    ) {
        self.site = site
        self.configuration = configuration
        self.seeds = seeds
        self.isServing = isServing
    }

    /// Serves until the task's graceful shutdown, then finishes the answers that it has begun. Throws
    /// `ListenError` if it cannot listen.
    public func run() async throws {
        try await site.prepare(seeds)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await site.watchTree() }
            tasks.addTask { await site.streams.run() }
            tasks.addTask { await site.lasting.run(site.model, freshness: site.limits.treeAge) }
            tasks.addTask { await site.refusals.run() }
            tasks.addTask { await site.stayOpen() }
            let clients = Clients(configuration.connections, isBehindProxies: configuration.proxies > 0)
            tasks.addTask { await sweep(clients) }
            do {
                try await application(clients).run()
            } catch {
                throw ListenError(error, at: configuration) ?? error
            }
            await site.close()
            tasks.cancelAll()
        }
    }

    /// Checks for late clients and late answers, at intervals.
    private func sweep(_ clients: Clients) async {
        let interval = min(configuration.connections.sweepInterval, site.limits.answer / 2)
        while !Task.isCancelled {
            try? await Task.sleep(for: interval)
            let now = ContinuousClock.now
            clients.sweep(at: now)
            site.requests.sweep(at: now)
        }
    }

    private func application(_ clients: Clients) -> Application<SiteResponder> {
        Application(
            responder: SiteResponder(site, configuration),
            server: .http1(configuration: .init(additionalChannelHandlers: [ClientHandler(clients)])),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "djet"),
            onServerRunning: { [site, configuration, isServing] channel in
                let port = channel.localAddress?.port ?? configuration.port
                let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
                await site.open(at: "http://\(Self.reachable(host)):\(port)")
                await isServing("http://\(host):\(port)")
            },
            logger: site.model.logger)
    }

    /// Returns the host by which this machine itself reaches a server that listens on all addresses.
    static func reachable(_ host: String) -> String {
        ["0.0.0.0": "127.0.0.1", "[::]": "[::1]"][host] ?? host
    }
}
