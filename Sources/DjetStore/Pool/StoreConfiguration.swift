/// The settings with which a store reaches its database.
public struct StoreConfiguration: Sendable {
    /// One of libpq's connection strings: a URI, key/value pairs, or empty for the `PG…` variables alone.
    public var connectionString: String
    /// The most connections that are open at a time, the listening one not included.
    public var maximumConnections: Int
    /// The longest wait for a free connection.
    public var patience: Duration
    /// The limits of everything else that waits on the network.
    public var limits: StoreLimits

    /// Creates a configuration: 20 connections and 30 seconds of patience by default.
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
