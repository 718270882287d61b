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
///     public static let office = Part("office", functions: [SendLetter.self], engines: [LettersEngine()])
/// }
/// ```
///
/// No two parts of a program may have the same name, or claim the same function, kind of jobs, basetype, node,
/// template, table or command.
public struct Part: Sendable {
    /// The part's name, as messages show it.
    public var name: String
    /// The model functions that can be called, offloaded and worked on.
    public var functions: [any ModelFunction.Type]
    /// Handlers for kinds of jobs that are no model functions.
    public var handlers: [any JobHandler]
    /// The part's tables and SQL functions, installed after Djet's own.
    public var sql: @Sendable () throws -> [SQLSet]
    /// Gives the model the services that the functions ask for.
    public var prepare: @Sendable (Model) throws -> Model
    /// Engines for basetypes of the part. One for a basetype of every site replaces the site's own.
    public var engines: [any Engine]
    /// The nodes that are planted beside the standard ones when there is no tree yet.
    public var nodes: [NodeSeed]
    /// Templates by name. One with the name of a template of every site replaces it.
    public var templates: [String: String]
    /// Services that `up` runs beside the worker and the web server.
    public var services: @Sendable (Model) throws -> [any Service]
    /// Subcommands.
    public var commands: [any ParsableCommand.Type]
    /// Examples for the help of Djet's own commands, such as `call send-letter`.
    public var examples: [String]

    /// A part of a program. Nothing but its name is needed.
    public init(
        _ name: String, functions: [any ModelFunction.Type] = [], handlers: [any JobHandler] = [],
        sql: @escaping @Sendable () throws -> [SQLSet] = { [] },
        prepare: @escaping @Sendable (Model) throws -> Model = { $0 },
        engines: [any Engine] = [], nodes: [NodeSeed] = [], templates: [String: String] = [:],
        services: @escaping @Sendable (Model) throws -> [any Service] = { _ in [] },
        commands: [any ParsableCommand.Type] = [], examples: [String] = []
    ) {
        self.name = name
        self.functions = functions
        self.handlers = handlers
        self.sql = sql
        self.prepare = prepare
        self.engines = engines
        self.nodes = nodes
        self.templates = templates
        self.services = services
        self.commands = commands
        self.examples = examples
    }
}
