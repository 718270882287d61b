/// How many clients a web server takes, and how slow they may be. Whoever says nothing makes room for others.
public struct ConnectionLimits: Sendable {
    /// How many may be connected at a time; 10,000 by default. It must leave room below the number of files that
    /// the process may open.
    public var clients: Int
    /// How many of them from one address, a network of 64 bits being one address of IPv6. Nil, the default, is
    /// 256, and any number from this machine itself, where a proxy speaks for everybody.
    ///
    /// Behind trusted proxies it is how many requests of one address are answered at a time.
    public var clientsPerAddress: Int?
    /// Within what time the head of a request must have come; 10 seconds by default.
    public var head: Duration
    /// How many bytes of a body must come in a second, while the server waits for them; 1,000 by default.
    public var bodyRate: Int
    /// For how long a client may be connected and ask for nothing, or take nothing of its answer; 120 seconds by
    /// default, twice as long as one may wait for a ticket. Whoever is being answered, as by an event stream, stays.
    public var patience: Duration

    /// Limits.
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

    /// Over so much waiting the rate of a body is measured.
    var bodySpan: Duration { head * 2 }

    /// What must have come of a body in that time.
    var bodySpanBytes: Double { Double(bodyRate) * (bodySpan / .seconds(1)) }

    /// How often to look whether somebody is late.
    var sweepInterval: Duration { max(min(head / 2, patience / 2, .seconds(1)), .milliseconds(10)) }
}
