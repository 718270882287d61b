public import DjetStore
public import Foundation
public import Logging

/// All that a model function knows of the world: the database, the time, on whose behalf it runs, how to
/// report.
///
/// It is a value: a changed copy is another environment.
public struct Model: Sendable {
    /// Where statements go: within a transaction its connection, otherwise the store.
    public var database: any Database
    /// The store itself, outside of any transaction.
    public let store: Store
    /// For what the people who run the program should know.
    public var logger: Logger
    /// On whose behalf the function runs.
    public var user: String?
    /// The language and region in which that person reads, such as `da-DK`.
    public var locale: String?
    /// The job that the function runs in; nil when it was called.
    public var job: JobContext?
    /// The functions that can be named.
    public let functions: Functions

    package let queue: JobQueue
    package let bell: Bell
    package let courier: Courier
    package let passwordGate: PasswordGate
    package var transactionScope: TransactionScope?
    package var reporter: (@Sendable (JobProgress) async -> Void)?
    package var slotLender: (any SlotLender)?
    package var steps: StepBook?
    package var isInline = false
    private let clock: @Sendable () -> Date
    private var services: [ObjectIdentifier: any Sendable] = [:]

    /// An environment on a store.
    ///
    /// - Parameters:
    ///   - store: the database.
    ///   - functions: the functions that can be named.
    ///   - schema: the schema of the queue.
    ///   - logger: where the functions log.
    ///   - clock: tells the time. The model has no clock of its own.
    public init(
        store: Store, functions: Functions = Functions(), schema: String = "jobmachine",
        logger: Logger = Logger(label: "djet.model"), clock: @escaping @Sendable () -> Date
    ) {
        self.store = store
        database = store
        self.functions = functions
        self.logger = logger
        self.clock = clock
        queue = JobQueue(schema: schema)
        bell = Bell(store)
        courier = Courier(store, queue, bell)
        passwordGate = PasswordGate(store)
    }

    /// The time by the model's clock.
    public var now: Date { clock() }

    /// Whether a transaction is open, of which everything done through this environment is part.
    public var isInTransaction: Bool { transactionScope != nil }

    /// A service that was provided under its type. Throws `ModelError.unavailable` if none was.
    public func service<Service: Sendable>(_ type: Service.Type = Service.self) throws -> Service {
        if let service = services[ObjectIdentifier(type)] as? Service { return service }
        throw ModelError.unavailable("no \(type) was provided to the model when the program started")
    }

    /// The same environment with a service that functions may ask for.
    public func providing<Service: Sendable>(_ service: Service, as type: Service.Type = Service.self)
        -> Model
    {
        var copy = self
        copy.services[ObjectIdentifier(type)] = service
        return copy
    }

    /// The same environment on behalf of somebody.
    public func acting(as user: String?, locale: String? = nil) -> Model {
        var copy = self
        copy.user = user
        copy.locale = locale ?? self.locale
        return copy
    }

    /// The same environment for tests: what is offloaded runs at once, still by way of its encoded form.
    public func inline() -> Model {
        var copy = self
        copy.isInline = true
        return copy
    }
}
