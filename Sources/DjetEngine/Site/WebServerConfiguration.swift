/// The settings of a web server.
public struct WebServerConfiguration: Sendable {
    /// The host name or address to listen on; loopback by default.
    public var host: String
    /// The port; 0 lets the system choose one.
    public var port: Int
    /// The number of trusted proxies before the server, each of which adds its client to `X-Forwarded-For`;
    /// 0, the default, ignores that header.
    public var proxies: Int
    /// The limits on the number of clients and on their slowness.
    public var connections: ConnectionLimits

    /// Creates a configuration; by default loopback, port 8080, no proxies.
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
