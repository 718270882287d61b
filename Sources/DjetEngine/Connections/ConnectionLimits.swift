/// The limits on the number of clients and on their slowness. Silent clients make room for others.
public struct ConnectionLimits: Sendable {
    /// The most clients that may be connected together; 10,000 by default. It must leave room below the
    /// number of files that the process may open.
    public var clients: Int
    /// The most clients of one address; a 64-bit network of IPv6 counts as one address. Nil, the default, is
    /// 256, and no limit for this machine itself, where a proxy speaks for everybody.
    ///
    /// Behind trusted proxies it is the most requests of one address that are answered together.
    public var clientsPerAddress: Int?
    /// The time within which the head of a request must arrive; 10 seconds by default.
    public var head: Duration
    /// The bytes of a body that must arrive per second while the server waits for them; 1,000 by default.
    public var bodyRate: Int
    /// The time that a client may be connected and ask for nothing, or take nothing of its answer; 120
    /// seconds by default, twice the longest wait for a ticket. A client that is being answered, as by an
    /// event stream, stays.
    public var patience: Duration

    /// Creates limits.
    public init(
        clients: Int = 10_000, clientsPerAddress: Int? = nil, head: Duration = .seconds(10),
        bodyRate: Int = 1_000, patience: Duration = .seconds(120)
    ) {
        self.clients = clients
        self.clientsPerAddress = clientsPerAddress
        self.head = head
        self.bodyRate = bodyRate
        self.patience = patience
    }

    /// The limit for one address that is not this machine's own.
    static let standardPerAddress = 256

    /// The span of waiting over which the rate of a body is measured.
    var bodySpan: Duration { head * 2 }

    /// The bytes of a body that must arrive in that span.
    var bodySpanBytes: Double { Double(bodyRate) * (bodySpan / .seconds(1)) }

    /// The interval between checks for late clients.
    var sweepInterval: Duration { max(min(head / 2, patience / 2, .seconds(1)), .milliseconds(10)) }
}
