public import ArgumentParser
public import DjetEngine
public import DjetJobmachine
public import DjetModel
public import DjetStore
public import ServiceLifecycle

/// A piece of a program: the functions, pages, tables and commands that belong together.
///
/// A package ships one as a static member, and a program names it:
///
/// ```swift
/// extension Part {
///     public static let office = Part(
///         "office", functions: [SendLetter.self], engines: [LettersEngine()])
/// }
/// ```
///
/// Two parts of a program must not have the same name, nor claim the same function, kind of jobs, basetype,
/// node, template, schedule, chore, schema of SQL, table or command, nor must one part claim a name twice:
/// such a program ends at its start, with exit status 70.
public struct Part: Sendable {
    /// The part's name, as messages show it.
    public var name: String
    /// The model functions that can be called, offloaded and worked on.
    public var functions: [any ModelFunction.Type]
    /// Handlers for kinds of jobs that are no model functions.
    public var handlers: [any JobHandler]
    /// The jobs that come again and again.
    public var schedules: [Schedule]
    /// The part's own housekeeping, run by one worker at a time.
    public var chores: [Chore]
    /// The middleware around each attempt of the program's workers, the outermost first.
    public var middleware: [any JobMiddleware]
    /// The middleware around each offload of the program, the outermost first.
    public var offloadMiddleware: [any OffloadMiddleware]
    /// Returns the part's tables and SQL functions, installed after Djet's own. A list `functions/order` in a
    /// set states the order of its functions.
    public var sql: @Sendable () throws -> [SQLSet]
    /// Gives the model the services that the functions ask for.
    public var prepare: @Sendable (Model) throws -> Model
    /// The engines of the part's basetypes. An engine for a basetype of every site replaces the site's own.
    public var engines: [any Engine]
    /// The nodes that are planted beside the standard ones when there is no tree yet.
    public var nodes: [NodeSeed]
    /// The part's templates, by name. One with the name of a template of every site replaces it.
    public var templates: [String: String]
    /// The part's texts in other languages than English: by the language's tag, such as `da`, and by the
    /// English text.
    public var languages: [String: [String: String]]
    /// Returns the services that `up` runs beside the worker and the web server.
    public var services: @Sendable (Model) throws -> [any Service]
    /// The part's subcommands.
    public var commands: [any ParsableCommand.Type]
    /// The variables of the environment that the part reads: the help of the program names them, and a file
    /// of settings may have them whatever they are called.
    public var variables: [String]
    /// The examples for the help of Djet's own commands, such as `call send-letter`. Those of the part's
    /// commands stand in the help of the program.
    public var examples: [String]

    /// Creates a part of a program. Only the name is required.
    public init(
        _ name: String, functions: [any ModelFunction.Type] = [], handlers: [any JobHandler] = [],
        schedules: [Schedule] = [], chores: [Chore] = [], middleware: [any JobMiddleware] = [],
        offloadMiddleware: [any OffloadMiddleware] = [],
        sql: @escaping @Sendable () throws -> [SQLSet] = { [] },
        prepare: @escaping @Sendable (Model) throws -> Model = { $0 },
        engines: [any Engine] = [], nodes: [NodeSeed] = [], templates: [String: String] = [:],
        languages: [String: [String: String]] = [:],
        services: @escaping @Sendable (Model) throws -> [any Service] = { _ in [] },
        commands: [any ParsableCommand.Type] = [], variables: [String] = [], examples: [String] = []
    ) {
        self.name = name
        self.functions = functions
        self.handlers = handlers
        self.schedules = schedules
        self.chores = chores
        self.middleware = middleware
        self.offloadMiddleware = offloadMiddleware
        self.sql = sql
        self.prepare = prepare
        self.engines = engines
        self.nodes = nodes
        self.templates = templates
        self.languages = languages
        self.services = services
        self.commands = commands
        self.variables = variables
        self.examples = examples
    }
}
