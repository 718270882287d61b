public import ArgumentParser
public import CoreMetrics
public import DjetEngine
public import DjetJobmachine
public import DjetModel
public import DjetStore
public import ServiceLifecycle

/// A program made of Djet's subcommands and of what its author registers.
///
/// ```swift
/// @main struct Office {
///     static func main() async {
///         await Application(name: "office", functions: [PlaceOrder.self]).main()
///     }
/// }
/// ```
public struct Application: Sendable {
    /// The program's name, as it is typed.
    public var name: String
    /// What it is, in one sentence.
    public var abstract: String
    /// The model functions that it can call, offload and work on.
    public var functions: [any ModelFunction.Type]
    /// Handlers for kinds of jobs that are no model functions.
    public var handlers: [any JobHandler]
    /// The SQL of its own, which is installed after the queue's.
    public var sql: @Sendable () throws -> [SQLSet]
    /// Gives the model the services that its functions ask for.
    public var prepare: @Sendable (Model) throws -> Model
    /// What answers requests at nodes of its own basetypes.
    public var engines: [any Engine]
    /// The nodes that are planted below the standard ones when there is no tree yet.
    public var tree: [NodeSeed]
    /// Its own templates, by name.
    public var templates: [String: String]
    /// Where its figures go: to `/metrics` unless told otherwise.
    public var metrics: any MetricsFactory
    /// What `up` runs beside the worker and the web server.
    public var services: @Sendable (Model) throws -> [any Service]
    /// Subcommands of its own.
    public var commands: [any ParsableCommand.Type]

    /// A program with Djet's subcommands.
    public init(
        name: String, abstract: String = "Calls business functions now, or leaves them to a worker.",
        functions: [any ModelFunction.Type] = [], handlers: [any JobHandler] = [],
        sql: @escaping @Sendable () throws -> [SQLSet] = { [] },
        prepare: @escaping @Sendable (Model) throws -> Model = { $0 },
        engines: [any Engine] = [], tree: [NodeSeed] = [], templates: [String: String] = [:],
        metrics: any MetricsFactory = MetricsRegistry(),
        services: @escaping @Sendable (Model) throws -> [any Service] = { _ in [] },
        commands: [any ParsableCommand.Type] = []
    ) {
        self.name = name
        self.abstract = abstract
        self.functions = functions
        self.handlers = handlers
        self.sql = sql
        self.prepare = prepare
        self.engines = engines
        self.tree = tree
        self.templates = templates
        self.metrics = metrics
        self.services = services
        self.commands = commands
    }

    /// The program that is running: its commands are types, which nobody can hand anything.
    @TaskLocal static var current = Application(name: "djet")

    /// The queues that its functions join by themselves.
    var queues: [String] {
        Set(functions.map { $0.queue } + ["default"]).sorted()
    }
}
