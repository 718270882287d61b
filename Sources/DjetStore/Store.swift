public import Logging

/// One database: a pool of connections for statements, and one that listens.
///
/// Nothing is opened before it is needed. `close()` ends all.
public final class Store: Database {
    /// The logger that the store and its connections use.
    public let logger: Logger
    /// Tells whenever a channel rings.
    public let listener: Listener
    private let source: Source
    private let answerLimit: Duration
    /// What somebody has still to do on the connections before they end.
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
        // Whoever waits long has the listening connection judge whether the server lives.
        let pool = Pool(configuration, logger: logger) { [weak listener] in listener?.judge() }
        listener.onVerdict { [weak pool] in pool?.closeAll(where: $0, because: $1) }
        self.listener = listener
        source = .pool(pool)
    }

    /// A store on a connection that the caller has open already: all takes part in the transaction that is
    /// open there.
    ///
    /// Such a store cannot listen by itself; `listeningOn` is a connection string for that, should it be
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

    /// Whether it is the caller's connection that it works on.
    package var isLent: Bool {
        if case .lent = source { true } else { false }
    }

    /// How many statements can run at a time.
    package var width: Int {
        if case .pool(let pool) = source { pool.width } else { 1 }
    }

    /// Ends all connections. Whoever still waits for one gets an error.
    public func close() async {
        for act in lastActs.withLock({ $0 }) { await act() }
        await listener.close()
        if case .pool(let pool) = source { pool.close() }
    }

    /// Has `act` waited for before the connections end.
    func beforeClosing(_ act: @escaping @Sendable () async -> Void) {
        lastActs.withLock { $0.append(act) }
    }

    /// Runs a statement on some connection.
    @discardableResult
    public func query(_ statement: Statement) async throws -> Rows {
        try await withConnection { try await $0.query(statement) }
    }

    /// Runs a statement on some connection; its answer is of no interest.
    public func post(_ statement: Statement) async throws {
        _ = try await query(statement)
    }

    /// Runs statements in one round trip, as one transaction.
    public func pipeline(_ statements: [Statement]) async throws -> [Rows] {
        try await withConnection { try await $0.pipeline(statements) }
    }

    /// The same store for statements of Djet's own, which are to be answered in time whatever the server is like.
    package var punctual: PunctualStore { PunctualStore(store: self, limit: answerLimit) }

    /// Lends one connection, on which everything of `body` then runs.
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

    /// Runs `body` in a transaction on a connection of its own: it commits if `body` returns, and rolls back
    /// if it throws.
    public func transaction<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await withConnection { try await $0.transaction(body) }
    }
}
