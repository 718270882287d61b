/// Where a web server listens.
public struct WebServerConfiguration: Sendable {
    /// A name or a number of this machine; loopback by default.
    public var host: String
    /// The port; 0 lets the system choose one.
    public var port: Int
    /// How many proxies one trusts stand before it, each of which adds to `X-Forwarded-For` whom it saw; 0, the
    /// default, believes nothing of the sort.
    public var proxies: Int
    /// How long somebody who is connected may neither ask for anything nor go on with what they send: then they make
    /// room. Twice as long as one may wait for a ticket; whoever is being answered, as by an event stream, stays.
    package var patience = Duration.seconds(120)

    /// Loopback, port 8080, no proxies, unless told otherwise.
    public init(host: String = "127.0.0.1", port: Int = 8080, proxies: Int = 0) {
        self.host = host
        self.port = port
        self.proxies = proxies
    }
}
