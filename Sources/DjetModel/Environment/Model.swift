public import DjetStore
public import Foundation
public import Logging

/// A model function's environment: the database, the time, the acting user, the way to report.
///
/// It is a value: a changed copy is another environment.
public struct Model: Sendable {
    /// The target of statements: the connection within a transaction, otherwise the store.
    public var database: any Database
    /// The store itself, outside of any transaction.
    public let store: Store
    /// The log for the people who run the program.
    public var logger: Logger
    /// The user on whose behalf the function runs.
    public var user: String?
    /// The user's language and region, such as `da-DK`.
    public var locale: String?
    /// The tenant on whose behalf the function runs, besides the user; nil for none.
    public var tenant: String?
    /// The job that the function runs in; nil when it was called.
    public var job: JobContext?
    /// The outcome of the group after which the function runs; nil if it runs after none.
    public package(set) var outcome: GroupOutcome?
    /// The functions that have a name here.
    public let functions: Functions

    /// The tenants to which the acting user is confined; nil for no confinement.
    package private(set) var tenants: [String]?
    package let queue: JobQueue
    package let ringCoalescer: RingCoalescer
    package let batcher: OffloadBatcher
    package let passwordGate: PasswordGate
    package var transactionScope: TransactionScope?
    package var reporter: (@Sendable (JobProgress) async -> Void)?
    package var slotLender: (any SlotLender)?
    package var steps: StepBook?
    package var isInline = false
    /// False where actions are logged instead of entered in the audit, which lies in the site's tables.
    package var isAudited = true
    package var secretKeys = SecretKeys.none
    package var offloadMiddleware: [any OffloadMiddleware] = []
    /// The signals that a test has given beforehand, as JSON, by name.
    var givenSignals: [String: String] = [:]
    private let clock: @Sendable () -> Date
    private var services: [ObjectIdentifier: any Sendable] = [:]

    /// Creates an environment on a store.
    ///
    /// - Parameters:
    ///   - store: the database.
    ///   - functions: the functions that have a name here.
    ///   - schema: the schema of the queue.
    ///   - logger: the log of the functions.
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
        ringCoalescer = RingCoalescer(store)
        batcher = OffloadBatcher(store, queue, ringCoalescer)
        passwordGate = PasswordGate(store)
    }

    /// The time by the model's clock.
    public var now: Date { clock() }

    /// True if a transaction is open. It includes everything that this environment does.
    public var isInTransaction: Bool { transactionScope != nil }

    /// Returns the service that was provided under this type. Throws `ModelError.unavailable` if there is
    /// none.
    public func service<Service: Sendable>(_ type: Service.Type = Service.self) throws -> Service {
        if let service = services[ObjectIdentifier(type)] as? Service { return service }
        throw ModelError.unavailable("no \(type) was provided to the model when the program started")
    }

    /// Returns the same environment with a service that functions may ask for.
    public func providing<Service: Sendable>(_ service: Service, as type: Service.Type = Service.self)
        -> Model
    {
        var copy = self
        copy.services[ObjectIdentifier(type)] = service
        return copy
    }

    /// Returns the same environment on behalf of another user. A locale of nil keeps the present one.
    public func acting(as user: String?, locale: String? = nil) -> Model {
        var copy = self
        copy.user = user
        copy.locale = locale ?? self.locale
        return copy
    }

    /// Returns the same environment on behalf of a tenant, which the jobs that it offloads carry along.
    public func acting(for tenant: String?) -> Model {
        var copy = self
        copy.tenant = tenant
        return copy
    }

    /// Returns the same environment for somebody who sees and changes the jobs of these tenants alone; all
    /// jobs, if there are none. The functions that it calls are not held to it in their own statements.
    package func confined(to tenants: [String]) -> Model {
        var copy = self
        copy.tenants = tenants.isEmpty ? nil : tenants
        return copy
    }

    /// Returns an environment for tests: offloaded functions run at once, from their encoded form.
    public func inline() -> Model {
        var copy = self
        copy.isInline = true
        return copy
    }
}

/// A lender of a function's slot, told when the function begins and ends to wait for a ticket.
///
/// Meanwhile a worker gives the slot to others: a worker with a single slot can run a job that waits for its
/// own jobs.
package protocol SlotLender: Sendable {
    func lend()
    func takeBack()
}
