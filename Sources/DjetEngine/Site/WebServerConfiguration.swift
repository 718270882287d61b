/// Where a web server listens.
public struct WebServerConfiguration: Sendable {
    /// A name or a number of this machine; loopback by default.
    public var host: String
    /// The port; 0 lets the system choose one.
    public var port: Int
    /// How many proxies one trusts stand before it, each of which adds to `X-Forwarded-For` whom it saw; 0, the
    /// default, believes nothing of the sort.
    public var proxies: Int
    /// How many clients it takes, and how slow they may be.
    public var connections: ConnectionLimits

    /// Loopback, port 8080, no proxies, unless told otherwise.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, proxies: Int = 0,
        connections: ConnectionLimits = ConnectionLimits()
    ) {
        self.host = host
        self.port = port
        self.proxies = proxies
        self.connections = connections
    }
}
