import ArgumentParser
import DjetEngine
import DjetStore

/// The flags by which a process without a site serves its figures.
struct MetricsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The port at which Prometheus reads this worker's own figures (default: none); 0 picks a free one.",
            valueName: "number"))
    var metricsPort: String?

    @Option(
        help: ArgumentHelp(
            "The address to listen on for that (default: 127.0.0.1). Anybody who reaches it may read.",
            valueName: "address"))
    var metricsHost: String?

    /// Returns the server of the figures; nil if none is wanted. Throws `CommandFailure` if a setting is
    /// wrong or the port is taken.
    func server(
        of store: Store, environment: EnvironmentSettings = .process
    ) throws -> MetricsServer? {
        let variable = environment.value(of: "metrics-port")
        guard metricsPort ?? variable != nil else { return nil }
        let port = try NumberSetting.number("metrics-port", metricsPort, variable, 0, in: 0...65_535)
        let host = metricsHost ?? environment.value(of: "metrics-host") ?? "127.0.0.1"
        do {
            try WebServerConfiguration(host: host, port: port).checkAddress()
        } catch let error as ListenError {
            let flag = error.remedy == .port ? "--metrics-port" : "--metrics-host"
            throw CommandFailure(.configuration, "\(error); choose another with \(flag)")
        }
        return MetricsServer(store, host: host, port: port)
    }
}
