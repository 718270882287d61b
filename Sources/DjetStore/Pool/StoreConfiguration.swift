/// How a store reaches its database.
public struct StoreConfiguration: Sendable {
    /// One of libpq's connection strings: a URI, key/value pairs, or empty for the `PG…` variables alone.
    public var connectionString: String
    /// The most connections that are open at a time, the listening one apart.
    public var maximumConnections: Int
    /// How long to wait for a connection to become free.
    public var patience: Duration
    /// The times after which everything else is given up.
    public var limits: StoreLimits

    /// 20 connections, and 30 seconds of patience, unless told otherwise.
    public init(
        connectionString: String = "", maximumConnections: Int = 20, patience: Duration = .seconds(30),
        limits: StoreLimits = StoreLimits()
    ) {
        self.connectionString = connectionString
        self.maximumConnections = maximumConnections
        self.patience = patience
        self.limits = limits
    }
}
