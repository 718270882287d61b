public import CoreMetrics
public import DjetEngine
public import DjetJobmachine
public import DjetModel
public import Tracing

/// A program made of Djet's subcommands and of parts.
///
/// ```swift
/// @main struct Office {
///     static func main() async {
///         await Application(name: "office", parts: [.office]).main()
///     }
/// }
/// ```
public struct Application: Sendable {
    /// The program's name, as it is typed.
    public var name: String
    /// The program's purpose, in one sentence.
    public var abstract: String
    /// The parts, all that the program has beyond Djet itself. `prepare`, SQL and middleware follow their
    /// order.
    public var parts: [Part]
    /// The middleware around each attempt, outside of that of the parts.
    public var middleware: [any JobMiddleware]
    /// The middleware around each offload, outside of that of the parts.
    public var offloadMiddleware: [any OffloadMiddleware]
    /// True for a program with a site; false for one of jobs alone, which has no web server, and neither the
    /// commands nor the tables of nodes and users.
    public var hasSite: Bool
    /// The destination of the program's metrics: `/metrics` unless told otherwise.
    public var metrics: any MetricsFactory
    /// The destination of the program's spans: the log, if it is JSON, unless told otherwise. A tracer that
    /// the program has installed itself stays.
    public var tracer: (any Tracer)?
    /// The tracer of a program that brings none.
    let spans = SpanLog()

    /// Creates a program with Djet's subcommands.
    public init(
        name: String, abstract: String = "Calls business functions now, or offloads them to a worker.",
        parts: [Part], middleware: [any JobMiddleware] = [],
        offloadMiddleware: [any OffloadMiddleware] = [], hasSite: Bool = true,
        metrics: any MetricsFactory = MetricsRegistry(), tracer: (any Tracer)? = nil
    ) {
        self.name = name
        self.abstract = abstract
        self.parts = parts
        self.middleware = middleware
        self.offloadMiddleware = offloadMiddleware
        self.hasSite = hasSite
        self.metrics = metrics
        self.tracer = tracer
    }

    /// The version of Djet: the newest one of CHANGELOG.md, which has none yet. `scripts/version` reads it
    /// here.
    static let version = "0.0.0"

    /// The running program. It is task-local since the parser creates the commands, which take no arguments.
    @TaskLocal static var current = Application(name: "djet", parts: [])
}
