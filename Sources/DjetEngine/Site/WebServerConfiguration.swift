/// Where a web server listens.
public struct WebServerConfiguration: Sendable {
    /// A name or a number of this machine; loopback by default.
    public var host: String
    /// The port; 0 lets the system choose one.
    public var port: Int

    /// Loopback, port 8080, unless told otherwise.
    public init(host: String = "127.0.0.1", port: Int = 8080) {
        self.host = host
        self.port = port
    }
}
