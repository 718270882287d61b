import ArgumentParser
import DjetEngine

/// The settings of a web server and its site.
struct WebSettings: Sendable {
    /// The address, the port, and the limits on connections.
    var server: WebServerConfiguration
    /// The limits on requests and users.
    var limits: SiteLimits
}

/// The flags of the commands that run a web server.
struct WebOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The address to listen on (default: 127.0.0.1, this machine only). Use 0.0.0.0 for the network, behind \
            an HTTPS proxy.
            """, valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("The port (default: 8080); 0 picks a free one.", valueName: "number"))
    var port: String?

    @Option(
        help: ArgumentHelp(
            """
            The number of trusted proxies in front of it (default: 0). Client addresses are then read from \
            X-Forwarded-For.
            """, valueName: "n"))
    var proxies: String?

    @OptionGroup(title: "Limits") var limits: LimitOptions

    /// Returns the settings: flags over environment over defaults. Throws `CommandFailure` for a wrong one.
    func settings(environment: EnvironmentSettings = .process) throws -> WebSettings {
        WebSettings(server: try configuration(environment), limits: try limits.site(environment))
    }

    private func configuration(_ environment: EnvironmentSettings) throws -> WebServerConfiguration {
        let text = port ?? environment.port ?? "8080"
        guard let number = Int(text), (0...65_535).contains(number) else {
            let origin = port == nil ? "DJET_PORT" : "--port"
            throw CommandFailure(
                port == nil ? .configuration : .usage,
                "\(origin) must be a number from 0 to 65535 (got “\(text)”)")
        }
        return WebServerConfiguration(
            host: host ?? environment.host ?? "127.0.0.1", port: number, proxies: try proxies(environment),
            connections: try limits.connections(environment))
    }

    private func proxies(_ environment: EnvironmentSettings) throws -> Int {
        let text = proxies ?? environment.proxies ?? "0"
        if let number = Int(text), (0...10).contains(number) { return number }
        let origin = proxies == nil ? "DJET_PROXIES" : "--proxies"
        throw CommandFailure(
            proxies == nil ? .configuration : .usage,
            "\(origin) must be a number from 0 to 10 (got “\(text)”)")
    }
}
