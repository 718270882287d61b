public import Logging

/// One database: a pool of connections for statements, and one connection that listens.
///
/// Connections are opened when needed; `close()` ends all of them.
public final class Store: Database {
    /// The logger that the store and its connections use.
    public let logger: Logger
    /// The listener, which tells when a channel rings.
    public let listener: Listener
    private let source: Source
    private let answerLimit: Duration
    /// Work to be awaited before the connections end.
    private let lastActs = Guarded<[@Sendable () async -> Void]>([])

    private enum Source: Sendable {
        case pool(Pool)
        case lent(Connection)
    }

    /// A store with a pool of its own.
    public init(_ configuration: StoreConfiguration, logger: Logger = Logger(label: "djet.store")) {
        self.logger = logger
        answerLimit = configuration.limits.answer
        let listener = Listener(
            connectionString: configuration.connectionString, limits: configuration.limits, logger: logger)
        // A long wait makes the listening connection judge whether the server lives.
        let pool = Pool(configuration, logger: logger) { [weak listener] in listener?.judge() }
        listener.onVerdict { [weak pool] in pool?.closeAll(where: $0, because: $1) }
        self.listener = listener
        source = .pool(pool)
    }

    /// A store on a connection that the caller has already opened: everything takes part in the transaction
    /// open there.
    ///
    /// Such a store cannot listen on that connection; `listeningOn` is a connection string for that, if
    /// needed.
    public init(
        borrowing connection: Connection, listeningOn connectionString: String = "",
        logger: Logger = Logger(label: "djet.store")
    ) {
        self.logger = logger
        answerLimit = StoreLimits().answer
        source = .lent(connection)
        listener = Listener(connectionString: connectionString, logger: logger)
    }

    /// True if the store works on the caller's connection.
    package var isLent: Bool {
        if case .lent = source { true } else { false }
    }

    /// The pool; nil if the store works on the caller's connection.
    var pool: Pool? {
        if case .pool(let pool) = source { pool } else { nil }
    }

    /// The number of statements that can run at a time.
    package var width: Int { pool?.width ?? 1 }

    /// Ends all connections. Tasks that still wait for one get an error.
    public func close() async {
        for act in lastActs.withLock({ $0 }) { await act() }
        await listener.close()
        if case .pool(let pool) = source { pool.close() }
    }

    /// Makes ``close()`` await `act` before the connections end.
    func beforeClosing(_ act: @escaping @Sendable () async -> Void) {
        lastActs.withLock { $0.append(act) }
    }

    /// The same store for Djet's own statements, whose answers are awaited no longer than `limits.answer`.
    package var punctual: PunctualStore { PunctualStore(store: self, limit: answerLimit) }

    /// Runs `body` with one connection lent to it, and returns its result.
    public func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await withConnection(answeringWithin: nil, body)
    }

    func withConnection<Result: Sendable>(
        answeringWithin limit: Duration?, _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        switch source {
        case .lent(let connection): return try await body(connection)
        case .pool(let pool):
            let connection = try await pool.lease(within: limit)
            do {
                let result = try await body(connection)
                await pool.giveBack(connection)
                return result
            } catch {
                await pool.giveBack(connection)
                throw error
            }
        }
    }
}
