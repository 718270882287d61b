public import ArgumentParser
public import CoreMetrics
public import DjetEngine
public import DjetJobmachine
public import DjetModel
public import DjetStore
public import ServiceLifecycle

/// A program made of Djet's subcommands and of its author's functions, handlers, pages and commands.
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
    /// The program's purpose, in one sentence.
    public var abstract: String
    /// The model functions that it can call, offload and work on.
    public var functions: [any ModelFunction.Type]
    /// Handlers for kinds of jobs that are no model functions.
    public var handlers: [any JobHandler]
    /// The program's own SQL, installed after the queue's.
    public var sql: @Sendable () throws -> [SQLSet]
    /// Gives the model the services that its functions ask for.
    public var prepare: @Sendable (Model) throws -> Model
    /// The engines that answer requests at nodes of the program's own basetypes.
    public var engines: [any Engine]
    /// The nodes that are planted below the standard ones when there is no tree yet.
    public var tree: [NodeSeed]
    /// The program's own templates, by name.
    public var templates: [String: String]
    /// The destination of the program's metrics: `/metrics` unless told otherwise.
    public var metrics: any MetricsFactory
    /// The services that `up` runs beside the worker and the web server.
    public var services: @Sendable (Model) throws -> [any Service]
    /// The program's own subcommands.
    public var commands: [any ParsableCommand.Type]

    /// Creates a program with Djet's subcommands.
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

    /// The running program. It is task-local since the parser creates the commands, which take no arguments.
    @TaskLocal static var current = Application(name: "djet")

    /// The queues of the program's functions, and `default`, sorted.
    var queues: [String] {
        Set(functions.map { $0.queue } + ["default"]).sorted()
    }
}
